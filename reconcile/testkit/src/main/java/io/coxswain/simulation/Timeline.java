package io.coxswain.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What happened in a run, for a person.
 *
 * @param entries in the order in which it happened
 */
public record Timeline(List<Entry> entries) {
    private static final int LONGEST_PERIOD = 6;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

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
        /** The same at another time, but for numbers. */
        private boolean isLike(Entry other) {
            return actor.equals(other.actor)
                    && (text.equals(other.text) || withoutNumbers().equals(other.withoutNumbers()));
        }

        private String withoutNumbers() {
            return NUMBER.matcher(text).replaceAll("#");
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%9.3f s  r%-4d %-14s %s", time.toNanos() / 1e9, revision, actor, text);
        }
    }

    /** One line for each entry, but what comes again and again, such as a reconcile that fails, is there once. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); ) {
            int period = period(i);
            int last = i + Math.max(1, period);
            entries.subList(i, last).forEach(entry -> lines.add(entry.toString()));
            int again = 0;
            while (period > 0 && isSame(last - period, last, period)) {
                last += period;
                again++;
            }
            if (again > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%9.3f s         the same again, but for numbers, %d times",
                        entries.get(last - period).time().toNanos() / 1e9,
                        again));
            }
            i = last;
        }
        return String.join("\n", lines);
    }

    /** How many entries from this one on come again at least twice more; 0 if none do. */
    private int period(int from) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            if (isSame(from, from + period, period) && isSame(from, from + 2 * period, period)) {
                return period;
            }
        }
        return 0;
    }

    private boolean isSame(int one, int other, int length) {
        if (other + length > entries.size()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!entries.get(one + i).isLike(entries.get(other + i))) {
                return false;
            }
        }
        return true;
    }
}
