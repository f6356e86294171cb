package io.coxswain.simulation;

import java.util.List;

/** Compares two runs that should be the same. */
final class Repetition {
    private Repetition() {}

    /** Where the second one first differs, in words; empty if it doesn't. */
    static String difference(Runner.Result one, Runner.Result other) {
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
}
