package io.coxswain.simulation;

import io.coxswain.environment.simulated.SimulationError;
import java.util.List;
import java.util.regex.Pattern;

/** Compares two runs that should be the same. */
final class Repetition {
    /** What to do about it. */
    static final String HINT =
            "look for clocks other than context.now(), the order of Set.of, Map.of and hash collections,"
                    + " identity hashes, random numbers, threads, and state that outlasts a run in the code under test";

    /** Where an object without a text of its own is in memory. */
    private static final Pattern ADDRESS = Pattern.compile("@[0-9a-f]{1,8}\\b");

    private Repetition() {}

    /** The first commit that differs between two runs that should be the same, in words; empty if there is none. */
    static String difference(List<String> once, List<String> again) {
        for (int i = 0; i < Math.max(once.size(), again.size()); i++) {
            String first = i < once.size() ? once.get(i) : "nothing";
            String second = i < again.size() ? again.get(i) : "nothing";
            if (!first.equals(second)
                    && !ADDRESS.matcher(first)
                            .replaceAll("@")
                            .equals(ADDRESS.matcher(second).replaceAll("@"))) {
                return "commit " + (i + 1) + " of the run without faults was, once and again:\n    " + first + "\n    "
                        + second + "\n    " + HINT;
            }
        }
        return "";
    }

    /** Where the second one first differs, in words; empty if it doesn't. */
    static String difference(Runner.Result one, Runner.Result other) {
        if (isBlocked(one) && isBlocked(other)) {
            return "";
        }
        List<Timeline.Entry> first = one.timeline().entries();
        List<Timeline.Entry> second = other.timeline().entries();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            String here = i < first.size() ? first.get(i).toString() : "(the end)";
            String there = i < second.size() ? second.get(i).toString() : "(the end)";
            if (!here.equals(there)) {
                return "step " + (i + 1) + " was, once and again:\n    " + here + "\n    " + there;
            }
        }
        if (one.hash() != other.hash()) {
            return "the order in which things happened between the steps that are shown";
        }
        return one.violation() == null ? "the run fails in the search and not when it is repeated" : "";
    }

    /** How far it gets before it is interrupted is up to real time. */
    private static boolean isBlocked(Runner.Result result) {
        Violation violation = result.violation();
        return violation != null
                && violation.cause() instanceof SimulationError error
                && error.reason() == SimulationError.Reason.FOREIGN_BLOCKING;
    }
}
