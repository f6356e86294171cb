package io.coxswain.simulation;

import io.coxswain.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One search: which runs are made, in which order. */
final class Exploration {
    private final Runner runner;
    private final int most;
    private final int depth;
    private final Predicate<Exploration> isOver;
    private final long begun;
    private final @Nullable List<Deviation> only;
    private final List<String> coverage = new ArrayList<>();
    private String present = "";

    /** Deviations that were tried, and those that could come besides. */
    private record Node(List<Deviation> deviations, List<Deviation> candidates) {}

    /** Deviations to be tried. */
    private record Candidate(List<Deviation> deviations, long order) {}

    Exploration(Runner runner, int most, int depth, Predicate<Exploration> isOver, long begun) {
        this(runner, most, depth, isOver, begun, null);
    }

    /** The one run with these deviations, after the one without. */
    Exploration(Runner runner, List<Deviation> only, long begun) {
        this(runner, 1, 0, any -> false, begun, only);
    }

    private Exploration(
            Runner runner,
            int most,
            int depth,
            Predicate<Exploration> isOver,
            long begun,
            @Nullable List<Deviation> only) {
        this.runner = runner;
        this.most = most;
        this.depth = depth;
        this.isOver = isOver;
        this.begun = begun;
        this.only = only;
    }

    int runs() {
        return runner.runs();
    }

    long begun() {
        return begun;
    }

    String coverage() {
        List<String> all = new ArrayList<>(coverage);
        if (!present.isEmpty()) {
            all.add(present);
        }
        return String.join(", ", all);
    }

    Optional<Finding> explore() {
        Instant start = Environment.system().now();
        Runner.Result faultless = runner.faultless();
        coverage.add("the run without faults");
        if (only != null && !only.isEmpty()) {
            Runner.Result result = runner.with(only);
            coverage.add("the one that was asked for");
            return result.violation() == null ? Optional.empty() : Optional.of(found(result, only, only));
        }
        if (faultless.violation() != null) {
            return Optional.of(found(faultless, List.of(), List.of()));
        }
        Simulation declared = runner.declare();
        String difference = declared.unchecked().contains(FreeCheck.DETERMINISTIC) ? "" : difference(faultless, start);
        if (!difference.isEmpty()) {
            Violation violation = Violation.of(FreeCheck.DETERMINISTIC.text(), difference);
            return Optional.of(described(violation, List.of(), 0, runner.runs(), elapsed()));
        }
        if (declared.faults().kinds().isEmpty()) {
            return Optional.empty();
        }
        Lookout lookout = new Lookout();
        Runner searching = runner.within(lookout);
        Node root = new Node(List.of(), faultless.candidates());
        return lookout.await(() -> exhaust(searching, root).or(() -> swarm(searching)))
                .map(failing -> shrunk(failing.result(), failing.deviations()));
    }

    /** In what the run without faults depends on more than its circumstances. */
    private String difference(Runner.Result faultless, Instant start) {
        String clock =
                WallClock.isIn(faultless.written(), start, Environment.system().now());
        return clock.isEmpty()
                ? Repetition.difference(faultless.written(), runner.faultless().written())
                : clock;
    }

    private boolean isDone(int limit) {
        return runner.runs() >= limit || isOver.test(this);
    }

    private Optional<Runner.Failing> exhaust(Runner searching, Node root) {
        List<Node> frontier = List.of(root);
        for (int level = 1; level <= depth; level++) {
            int limit = level == 1 ? most : Math.max(runner.runs(), most - (most - runner.runs()) / 2);
            List<Candidate> sets = sets(frontier, level == 1);
            List<Node> next = new ArrayList<>();
            int tried = 0;
            for (Candidate set : sets) {
                if (isDone(limit)) {
                    break;
                }
                Runner.Result result =
                        level < depth ? searching.exploring(set.deviations) : searching.with(set.deviations);
                tried++;
                present = describe(level, tried, sets.size());
                if (result.violation() != null) {
                    return Optional.of(new Runner.Failing(result, set.deviations));
                }
                next.add(new Node(set.deviations, result.candidates()));
            }
            coverage.add(describe(level, tried, sets.size()));
            present = "";
            frontier = next;
        }
        return Optional.empty();
    }

    private static String describe(int level, int tried, int all) {
        String what = level == 1 ? "single deviations" : "sets of " + level;
        return tried == all ? "all " + all + " " + what : tried + " of " + all + " " + what;
    }

    /** All sets of one more; single ones as they come, others shuffled, as not all of them may be reached. */
    private static List<Candidate> sets(List<Node> frontier, boolean inOrder) {
        List<Candidate> sets = new ArrayList<>();
        for (Node node : frontier) {
            long hash = Hash.of(node.deviations.toString());
            for (Deviation more : node.candidates) {
                List<Deviation> deviations = new ArrayList<>(node.deviations);
                deviations.add(more);
                sets.add(new Candidate(deviations, inOrder ? 0 : Hash.of(hash, more.name())));
            }
        }
        sets.sort(Comparator.comparingLong(Candidate::order));
        return sets;
    }

    private Optional<Runner.Failing> swarm(Runner searching) {
        int number = 0;
        while (!isDone(most)) {
            number++;
            present = number + " random ones";
            Runner.Result result = searching.random(number, Swarm.rate(number));
            if (result.violation() != null) {
                return Optional.of(new Runner.Failing(result, result.deviations()));
            }
        }
        return Optional.empty();
    }

    private Finding shrunk(Runner.Result first, List<Deviation> deviations) {
        Violation violation = first.violation();
        if (violation == null) {
            throw new IllegalArgumentException("a run that doesn't fail");
        }
        int found = runner.runs();
        Duration time = elapsed();
        List<Deviation> small = new Shrinker(runner, violation.property()).shrink(deviations);
        return described(violation, small, deviations.size(), found, time);
    }

    private Finding found(Runner.Result result, List<Deviation> deviations, List<Deviation> shown) {
        Violation violation = result.violation();
        if (violation == null) {
            throw new IllegalArgumentException("a run that doesn't fail");
        }
        return described(violation, shown, deviations.size(), runner.runs(), elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(Environment.system().nanoTime() - begun);
    }

    private Finding described(Violation first, List<Deviation> small, int from, int runs, Duration time) {
        Runner.Result one = runner.logged(small);
        Runner.Result other = runner.detailed(small);
        Violation shown = one.violation() != null ? one.violation() : first;
        return new Finding(
                shown.property(),
                shown.message(),
                small,
                new Replay(runner.seed(), small).text(),
                one.timeline(),
                runs,
                time,
                from,
                Repetition.difference(one, other),
                Optional.ofNullable(shown.cause()));
    }
}
