package io.coxswain.store.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which revisions the store may have been at at a moment, by what clients knew and had asked for until then. */
final class Bounds {
    private final Steps known;
    private final Steps possible;

    private record Step(long at, long revision) {}

    Bounds(History history, Timeline timeline) {
        List<Step> evidence = new ArrayList<>();
        List<Step> attempts = new ArrayList<>();
        for (Call call : history.calls()) {
            evidence.add(new Step(call.returned(), evidence(call)));
            if (call instanceof Call.Commit commit) {
                attempts.add(new Step(commit.invoked(), timeline.revisionOf(commit)));
            }
        }
        known = new Steps(evidence);
        possible = new Steps(attempts);
    }

    private static long evidence(Call call) {
        if (call instanceof Call.Commit commit) {
            return commit.result() instanceof CommitResult.Applied applied ? applied.revision() : 0;
        }
        if (call instanceof Call.Get get) {
            Version found = get.found();
            return Math.max(get.revision(), found == null ? 0 : found.revision());
        }
        return call instanceof Call.Read read ? read.revision() : 0;
    }

    /** The newest revision that somebody had seen before. */
    long floor(long at) {
        return known.before(at);
    }

    /** The newest revision that had been begun before. */
    long ceiling(long at) {
        return possible.before(at);
    }

    /** The highest revision up to each moment. */
    private static final class Steps {
        private final long[] moments;
        private final long[] highest;

        Steps(List<Step> steps) {
            steps.sort(Comparator.comparingLong(Step::at));
            moments = new long[steps.size()];
            highest = new long[steps.size()];
            long max = 0;
            for (int i = 0; i < moments.length; i++) {
                max = Math.max(max, steps.get(i).revision());
                moments[i] = steps.get(i).at();
                highest[i] = max;
            }
        }

        long before(long at) {
            int found = Arrays.binarySearch(moments, at);
            int first = found >= 0 ? found : -found - 1;
            while (first > 0 && moments[first - 1] == at) {
                first--;
            }
            return first == 0 ? 0 : highest[first - 1];
        }
    }
}
