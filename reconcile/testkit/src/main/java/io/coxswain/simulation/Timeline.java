package io.coxswain.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What happened in a run, for a person.
 *
 * @param entries in the order in which it happened
 */
public record Timeline(List<Entry> entries) {
    public Timeline {
        entries = List.copyOf(entries);
    }

    /**
     * One thing that happened.
     *
     * @param time since the run began
     * @param revision the newest one at that moment
     * @param actor who did it
     * @param text what
     */
    public record Entry(Duration time, long revision, String actor, String text) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%9.3f s  r%-4d %-14s %s", time.toNanos() / 1e9, revision, actor, text);
        }
    }

    /** One line for each entry. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(entry.toString()));
        return String.join("\n", lines);
    }
}
