package io.coxswain.store.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the revisions as the proposed order of all transactions, and looks whether it explains every answer and agrees with
 * real time. O(n log n) for n calls, whatever their overlap.
 *
 * <p>If it passes, the history is strictly serializable, for the order is its witness. If it doesn't, another order might still
 * explain the answers, but the revisions are wrong, which the contract promises too.
 */
public final class WitnessCheck {
    private final History history;
    private final Anomalies anomalies = new Anomalies();
    private final Timeline timeline;
    private final Bounds bounds;

    private WitnessCheck(History history) {
        this.history = history;
        timeline = new Timeline(history, anomalies);
        bounds = new Bounds(history, timeline);
    }

    /** Checks a history of a store that was empty when it began. */
    public static Verdict check(History history) {
        return new WitnessCheck(history).verdict();
    }

    private Verdict verdict() {
        if (!timeline.missing().isEmpty()) {
            if (timeline.hasUnresolved()) {
                return new Verdict.Inconclusive("revisions " + timeline.missing()
                        + " may be those of transactions whose outcome isn't known, and nobody saw what they wrote");
            }
            anomalies.add("revisions " + timeline.missing() + " were skipped: no transaction took them");
        }
        for (Call call : history.calls()) {
            if (call instanceof Call.Commit commit) {
                judge(commit);
            } else if (call instanceof Call.Get get) {
                judge(get);
            } else if (call instanceof Call.Read read) {
                judge(read);
            }
        }
        return anomalies.verdict();
    }

    private void judge(Call.Commit commit) {
        if (commit.result() instanceof CommitResult.Applied applied) {
            requireWithin(commit, applied.revision(), applied.changed());
            requireEffects(commit, applied);
        } else if (commit.result() instanceof CommitResult.Refused refused) {
            requireRefusal(commit, refused.condition());
        }
    }

    /** In real time: behind what was known before, and not ahead of everything that was begun. */
    private void requireWithin(Call call, long revision, boolean own) {
        long floor = bounds.floor(call.invoked());
        if (own ? revision <= floor : revision < floor) {
            anomalies.add(call.client() + "'s call at " + call.invoked() + " is of revision " + revision
                    + ", though revision " + floor + " was known before it was made");
        }
        long ceiling = bounds.ceiling(call.returned());
        if (revision > ceiling) {
            anomalies.add(call.client() + "'s call at " + call.invoked() + " is of revision " + revision
                    + ", though none beyond " + ceiling + " was begun before it returned");
        }
    }

    private void requireEffects(Call.Commit commit, CommitResult.Applied applied) {
        long before = applied.changed() ? applied.revision() - 1 : applied.revision();
        int broken = firstBroken(commit, before);
        if (broken >= 0) {
            anomalies.add("revision " + applied.revision() + " was written though "
                    + commit.conditions().get(broken) + " doesn't hold at " + before);
        }
        boolean changes = commit.effects().stream()
                .anyMatch(effect -> !effect.changesNothing(timeline.at(effect.target(), before)));
        if (changes != applied.changed()) {
            anomalies.add(Timeline.effects(commit) + (changes ? " change something" : " change nothing") + " at "
                    + before + ", the store says otherwise");
        } else if (applied.results().size() != commit.effects().size()) {
            anomalies.add(
                    Timeline.effects(commit) + " have " + applied.results().size() + " results");
        } else {
            for (int i = 0; i < applied.results().size(); i++) {
                requireResult(
                        commit.effects().get(i),
                        applied.results().get(i),
                        timeline.at(commit.effects().get(i).target(), before),
                        applied);
            }
        }
    }

    private void requireResult(
            Effect effect, @Nullable Version shown, @Nullable Version before, CommitResult.Applied applied) {
        Version wanted = effect.wanted();
        Version expected = before;
        if (!effect.changesNothing(before)) {
            Version last = wanted == null ? before : wanted;
            expected = last == null ? null : last.at(applied.revision());
        }
        if (wanted == null ? !sameDeleted(shown, expected) : !Version.same(shown, expected)) {
            anomalies.add("revision " + applied.revision() + " has the result " + shown + " for " + effect
                    + ", right is " + expected);
        }
    }

    /** What managers applied to an object is gone with it. */
    private static boolean sameDeleted(@Nullable Version shown, @Nullable Version expected) {
        if (shown == null || expected == null) {
            return shown == expected;
        }
        return shown.content().equals(expected.content()) && shown.revision() == expected.revision();
    }

    private void requireRefusal(Call.Commit commit, int named) {
        if (named < 0) {
            anomalies.add(commit.client() + "'s call at " + commit.invoked()
                    + " was refused for a precondition that it doesn't have");
            return;
        }
        long floor = bounds.floor(commit.invoked());
        long ceiling = Math.min(bounds.ceiling(commit.returned()), timeline.head());
        LongStream moments = commit.conditions().stream()
                .limit(named + 1L)
                .flatMapToLong(condition -> timeline.moments(condition.target(), floor, ceiling));
        if (moments.noneMatch(moment -> firstBroken(commit, moment) == named)) {
            anomalies.add(commit.client() + "'s call at " + commit.invoked() + " was refused for "
                    + commit.conditions().get(named) + ", which is the first that fails at no revision from " + floor
                    + " to " + ceiling);
        }
    }

    private int firstBroken(Call.Commit commit, long revision) {
        List<Condition> conditions = commit.conditions();
        return IntStream.range(0, conditions.size())
                .filter(i ->
                        !conditions.get(i).holds(timeline.at(conditions.get(i).target(), revision)))
                .findFirst()
                .orElse(-1);
    }

    private void judge(Call.Get get) {
        if (get.asked() != Call.Asked.CURRENT) {
            if (get.asked() == Call.Asked.SNAPSHOT) {
                requireWithin(get, get.revision(), false);
            }
            Version expected = timeline.at(get.target(), get.revision());
            if (!Version.same(get.found(), expected)) {
                anomalies.add(get.client() + " found " + get.found() + " as " + get.target() + " at revision "
                        + get.revision() + ", right is " + expected);
            }
            return;
        }
        long floor = bounds.floor(get.invoked());
        long ceiling = bounds.ceiling(get.returned());
        if (timeline.moments(get.target(), floor, ceiling)
                .noneMatch(moment -> Version.same(get.found(), timeline.at(get.target(), moment)))) {
            anomalies.add(get.client() + " found " + get.found() + " as " + get.target() + " at " + get.invoked()
                    + ", which it was at no revision from " + floor + " to " + ceiling);
        }
    }

    private void judge(Call.Read read) {
        if (read.asked() == Call.Asked.SNAPSHOT) {
            requireWithin(read, read.revision(), false);
        }
        List<Version> expected = expected(read);
        Call.More more = expected.size() > read.limit() ? Call.More.YES : Call.More.NO;
        if (expected.size() > read.limit()) {
            expected = expected.subList(0, read.limit());
        }
        if (more != read.more()) {
            anomalies.add(read.client() + "'s page of " + read.kind() + " at revision " + read.revision() + " after "
                    + read.after() + " is wrong about whether more follow: right is " + more);
        }
        difference(read.items(), expected)
                .ifPresent(text -> anomalies.add(read.client() + "'s list of " + read.kind() + " at revision "
                        + read.revision() + " after " + read.after() + ": " + text));
    }

    private List<Version> expected(Call.Read read) {
        List<Version> expected = new ArrayList<>(timeline.list(read.kind(), read.revision()));
        List<String> selected = read.selected();
        String after = read.after();
        if (selected != null) {
            expected.removeIf(version -> !selected.contains(version.content()));
        }
        if (after != null) {
            expected.removeIf(version -> Version.key(version.target()).compareTo(Version.key(after)) <= 0);
        }
        return expected;
    }

    private static Optional<String> difference(List<Version> shown, List<Version> expected) {
        for (int i = 0; i < Math.max(shown.size(), expected.size()); i++) {
            Version is = i < shown.size() ? shown.get(i) : null;
            Version right = i < expected.size() ? expected.get(i) : null;
            if (!Version.same(is, right)) {
                return Optional.of("item " + i + " is " + is + ", right is " + right);
            }
        }
        return Optional.empty();
    }
}
