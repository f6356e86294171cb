package io.coxswain.store.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Searches, for each object by itself, for an order of the calls that agrees with real time and explains the answers. No
 * revision is taken as an order; a revision only tells two states with the same content apart.
 *
 * <p>After Wing and Gong (Testing and verifying concurrent objects, 1993) with Lowe's memory of the configurations that were
 * seen (Testing for linearizability, 2017). A transaction of several objects counts for each of them with its share, so a
 * pass says nothing of atomicity across objects; {@link WitnessCheck} does. The search is exponential in the worst case and
 * gives up: beyond {@value #MOST_CALLS} calls of one object, {@value #MOST_CLIENTS} clients or a number of steps there is no
 * verdict.
 */
public final class LinearizabilityCheck {
    /** Calls that concern one object. */
    public static final int MOST_CALLS = 200;

    /** Clients that call it. */
    public static final int MOST_CLIENTS = 8;

    /** Some seconds of searching. */
    private static final int MOST_STEPS = 3_000_000;

    private LinearizabilityCheck() {}

    /** Checks a history of a store that was empty when it began. */
    public static Verdict check(History history) {
        return check(history, MOST_STEPS);
    }

    static Verdict check(History history, int mostSteps) {
        List<String> anomalies = new ArrayList<>();
        String open = null;
        for (Map.Entry<String, List<Share>> object : shares(history).entrySet()) {
            Verdict verdict = check(object.getKey(), object.getValue(), mostSteps);
            if (verdict instanceof Verdict.Violated violated) {
                anomalies.addAll(violated.anomalies());
            } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
                open = inconclusive.why();
            }
        }
        return anomalies.isEmpty() && open != null ? new Verdict.Inconclusive(open) : Verdict.of(anomalies);
    }

    private static Verdict check(String target, List<Share> shares, int mostSteps) {
        long clients =
                shares.stream().map(share -> share.call.client()).distinct().count();
        if (shares.size() > MOST_CALLS || clients > MOST_CLIENTS) {
            return new Verdict.Inconclusive(target + " has " + shares.size() + " calls of " + clients
                    + " clients: at most " + MOST_CALLS + " of " + MOST_CLIENTS + " are searched");
        }
        Search search = new Search(shares, mostSteps);
        return switch (search.run()) {
            case FOUND -> new Verdict.Passed();
            case NONE ->
                new Verdict.Violated(List.of("no order of the calls explains what clients saw of " + target
                        + "; it fails at the latest at " + search.furthest()));
            case GAVE_UP ->
                new Verdict.Inconclusive(target + " was given up after " + mostSteps + " steps of searching");
        };
    }

    private static Map<String, List<Share>> shares(History history) {
        Map<String, List<Share>> shares = new LinkedHashMap<>();
        Consumer<Share> add = share -> shares.computeIfAbsent(share.target, absent -> new ArrayList<>())
                .add(share);
        for (Call call : history.calls()) {
            if (call instanceof Call.Commit commit) {
                targets(commit).forEach(target -> add.accept(new Share(target, commit)));
            } else if (call instanceof Call.Get get && get.asked() != Call.Asked.REVISION) {
                add.accept(new Share(get.target(), get));
            }
        }
        for (Call call : history.calls()) {
            if (call instanceof Call.Read read && isWhole(read)) {
                shares.keySet().stream()
                        .filter(target -> target.startsWith(read.kind() + " "))
                        .toList()
                        .forEach(target -> add.accept(new Share(target, read)));
            }
        }
        shares.values().forEach(list -> list.sort(Comparator.comparingLong(share -> share.call.invoked())));
        return shares;
    }

    private static boolean isWhole(Call.Read read) {
        return read.asked() == Call.Asked.SNAPSHOT
                && read.selected() == null
                && read.after() == null
                && read.more() == Call.More.NO;
    }

    private static Set<String> targets(Call.Commit commit) {
        if (commit.result() instanceof CommitResult.NothingWritten) {
            return Set.of();
        }
        Set<String> targets = new TreeSet<>();
        if (commit.result() instanceof CommitResult.Refused refused) {
            commit.conditions().stream().limit(refused.condition() + 1L).forEach(c -> targets.add(c.target()));
        } else {
            commit.conditions().forEach(condition -> targets.add(condition.target()));
            commit.effects().forEach(effect -> targets.add(effect.target()));
        }
        return targets;
    }

    /** What a call means for one object. */
    private static final class Share {
        private final String target;
        private final Call call;

        Share(String target, Call call) {
            this.target = target;
            this.call = call;
        }

        /** Whether it may never have happened. */
        boolean mayBeLeftOut() {
            return call instanceof Call.Commit commit && commit.result() instanceof CommitResult.Unknown;
        }

        /** The state after the call, if it can happen in this one. */
        @Nullable
        State next(State state) {
            if (call instanceof Call.Get get) {
                return state.shows(get.found()) ? state : null;
            }
            if (call instanceof Call.Read read) {
                Version listed = read.items().stream()
                        .filter(version -> version.target().equals(target))
                        .findFirst()
                        .orElse(null);
                return state.shows(listed) ? state : null;
            }
            return next(state, (Call.Commit) call);
        }

        private @Nullable State next(State state, Call.Commit commit) {
            if (commit.result() instanceof CommitResult.Refused refused) {
                return refuses(state, commit, refused.condition()) ? state : null;
            }
            if (!commit.conditions().stream()
                    .allMatch(condition -> !condition.target().equals(target) || state.meets(condition))) {
                return null;
            }
            for (int i = 0; i < commit.effects().size(); i++) {
                Effect effect = commit.effects().get(i);
                if (effect.target().equals(target)) {
                    return commit.result() instanceof CommitResult.Applied applied
                            ? written(state, effect, applied, applied.results().get(i))
                            : state.written(effect, null);
                }
            }
            return state;
        }

        private boolean refuses(State state, Call.Commit commit, int named) {
            for (int i = 0; i <= named; i++) {
                Condition condition = commit.conditions().get(i);
                if (condition.target().equals(target) && state.meets(condition) == (i == named)) {
                    return false;
                }
            }
            return true;
        }

        private static @Nullable State written(
                State state, Effect effect, CommitResult.Applied applied, @Nullable Version result) {
            if (effect.changesNothing(state.version)) {
                return state.shows(result) ? state : null;
            }
            return applied.changed() ? state.written(effect, applied.revision()) : null;
        }
    }

    /**
     * The object between two calls.
     *
     * @param version its state, or {@code null}
     * @param exact whether its revision is known
     */
    private record State(@Nullable Version version, boolean exact) {
        static final State ABSENT = new State(null, true);

        boolean shows(@Nullable Version shown) {
            if (version == null || shown == null) {
                return version == null && shown == null;
            }
            return version.sameContent(shown) && (!exact || version.revision() == shown.revision());
        }

        boolean meets(Condition condition) {
            return condition.type() == Condition.Type.REVISION && version != null && !exact
                    ? !condition.expected().equals("0")
                    : condition.holds(version);
        }

        State written(Effect effect, @Nullable Long revision) {
            Version wanted = effect.wanted();
            if (effect.changesNothing(version)) {
                return this;
            }
            return wanted == null
                    ? ABSENT
                    : new State(wanted.at(Objects.requireNonNullElse(revision, -1L)), revision != null);
        }
    }

    private enum Found {
        FOUND,
        NONE,
        GAVE_UP
    }

    /** The search: calls and returns in the order of time, from which calls are lifted as they are given their place. */
    private static final class Search {
        private final List<Share> shares;
        private final int mostSteps;
        private final Entry head = new Entry(-1, Edge.CALL);
        private final Entry[] returns;
        private final int mustHappen;
        private final List<Placed> placed = new ArrayList<>();
        private final BitSet done = new BitSet();
        private final Set<Configuration> seen = new HashSet<>();
        private State state = State.ABSENT;
        private int furthest;

        private enum Edge {
            CALL,
            RETURN
        }

        private record Placed(Entry entry, State before) {}

        private record Configuration(BitSet done, State state) {}

        private static final class Entry {
            final int share;
            final Edge edge;

            @Nullable
            Entry previous;

            @Nullable
            Entry next;

            Entry(int share, Edge edge) {
                this.share = share;
                this.edge = edge;
            }

            void lift() {
                Entry before = Objects.requireNonNull(previous);
                before.next = next;
                if (next != null) {
                    next.previous = before;
                }
            }

            void unlift() {
                Objects.requireNonNull(previous).next = this;
                if (next != null) {
                    next.previous = this;
                }
            }
        }

        Search(List<Share> shares, int mostSteps) {
            this.shares = shares;
            this.mostSteps = mostSteps;
            returns = new Entry[shares.size()];
            record Moment(long at, Entry entry) {}
            List<Moment> moments = new ArrayList<>();
            int musts = 0;
            for (int i = 0; i < shares.size(); i++) {
                Share share = shares.get(i);
                moments.add(new Moment(share.call.invoked(), new Entry(i, Edge.CALL)));
                returns[i] = new Entry(i, Edge.RETURN);
                if (!share.mayBeLeftOut()) {
                    moments.add(new Moment(share.call.returned(), returns[i]));
                    musts++;
                }
            }
            mustHappen = musts;
            moments.sort(Comparator.comparingLong(Moment::at));
            Entry last = head;
            for (Moment moment : moments) {
                last.next = moment.entry;
                moment.entry.previous = last;
                last = moment.entry;
            }
        }

        Found run() {
            int happened = 0;
            Entry entry = head.next;
            for (int step = 0; step < mostSteps; step++) {
                if (happened == mustHappen) {
                    return Found.FOUND;
                }
                if (entry != null && entry.edge == Edge.CALL) {
                    State next = place(entry);
                    if (next != null) {
                        placed.add(new Placed(entry, state));
                        state = next;
                        happened += lift(entry);
                        entry = head.next;
                    } else {
                        entry = entry.next;
                    }
                } else if (placed.isEmpty()) {
                    return Found.NONE;
                } else {
                    Placed last = placed.remove(placed.size() - 1);
                    furthest = Math.max(furthest, entry == null ? 0 : entry.share);
                    state = last.before;
                    done.clear(last.entry.share);
                    happened -= unlift(last.entry);
                    entry = last.entry.next;
                }
            }
            return Found.GAVE_UP;
        }

        /** The state after the call, unless it can't happen now or that was tried. */
        private @Nullable State place(Entry entry) {
            State next = shares.get(entry.share).next(state);
            if (next == null) {
                return null;
            }
            done.set(entry.share);
            if (seen.add(new Configuration((BitSet) done.clone(), next))) {
                return next;
            }
            done.clear(entry.share);
            return null;
        }

        private int lift(Entry entry) {
            entry.lift();
            if (shares.get(entry.share).mayBeLeftOut()) {
                return 0;
            }
            returns[entry.share].lift();
            return 1;
        }

        private int unlift(Entry entry) {
            int happened = 0;
            if (!shares.get(entry.share).mayBeLeftOut()) {
                returns[entry.share].unlift();
                happened = 1;
            }
            entry.unlift();
            return happened;
        }

        String furthest() {
            return shares.isEmpty() ? "nothing" : shares.get(furthest).call.toString();
        }
    }
}
