package io.coxswain.store.history;

import java.util.Comparator;
import java.util.List;

/**
 * What happened to a store since it was empty, at rest: calls and watches of all clients.
 *
 * @param calls in the order in which they were made
 * @param watches in the order in which they were opened
 */
public record History(List<Call> calls, List<WatchLog> watches) {
    public History {
        calls = calls.stream().sorted(Comparator.comparingLong(Call::invoked)).toList();
        watches = watches.stream()
                .sorted(Comparator.comparingLong(WatchLog::invoked))
                .toList();
    }

    /** As JSON, one call or watch per line. */
    public List<String> lines() {
        return HistoryLines.write(this);
    }

    /**
     * Reads what {@link #lines()} wrote.
     *
     * @throws IllegalArgumentException if a line isn't one of a history; the message has its number
     */
    public static History read(List<String> lines) {
        return HistoryLines.read(lines);
    }

    /** Applies all three checks. */
    public void requireCorrect() {
        WitnessCheck.check(this).requirePassed();
        WatchCheck.check(this).requirePassed();
        LinearizabilityCheck.check(this).requirePassed();
    }
}
