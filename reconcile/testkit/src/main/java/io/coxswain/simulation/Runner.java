package io.coxswain.simulation;

import io.coxswain.environment.simulated.SimulationError;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes runs of one test. */
final class Runner {
    private final Consumer<Simulation> body;
    private final long seed;
    private final AtomicInteger runs;
    private final @Nullable Lookout lookout;
    private @Nullable List<String> faultlessEnd;

    /**
     * A run.
     *
     * @param deviations those that it came to, in this order
     * @param candidates those that it could have had besides
     * @param written what was committed, of a run without deviations
     */
    record Result(
            @Nullable Violation violation,
            List<Deviation> deviations,
            List<Deviation> candidates,
            long hash,
            List<String> written,
            Timeline timeline) {

        boolean violates(String property) {
            return violation != null && violation.property().equals(property);
        }
    }

    /**
     * A run in which something doesn't hold.
     *
     * @param deviations those that it was to have
     */
    record Failing(Result result, List<Deviation> deviations) {}

    Runner(Consumer<Simulation> body, long seed) {
        this(body, seed, new AtomicInteger(), null, null);
    }

    private Runner(
            Consumer<Simulation> body,
            long seed,
            AtomicInteger runs,
            @Nullable List<String> faultlessEnd,
            @Nullable Lookout lookout) {
        this.body = body;
        this.seed = seed;
        this.runs = runs;
        this.faultlessEnd = faultlessEnd;
        this.lookout = lookout;
    }

    /** One that makes its runs on the thread of a search that may be given up: much faster, as no run changes threads. */
    Runner within(Lookout search) {
        return new Runner(body, seed, runs, faultlessEnd, search);
    }

    long seed() {
        return seed;
    }

    int runs() {
        return runs.get();
    }

    Simulation declare() {
        Simulation declared = new Simulation();
        body.accept(declared);
        return declared;
    }

    /** The run without faults; later ones are compared with its end. */
    Result faultless() {
        return run(List.of(), true, World.Detail.WRITTEN);
    }

    /** The default schedule with these deviations. */
    Result with(List<Deviation> deviations) {
        return run(deviations, false, World.Detail.NONE);
    }

    /** The same, and finds out which others there could have been. */
    Result exploring(List<Deviation> deviations) {
        return run(deviations, true, World.Detail.NONE);
    }

    /** The same, and notes all that happens. */
    Result detailed(List<Deviation> deviations) {
        return run(deviations, false, World.Detail.TIMELINE);
    }

    /** The same, and lets the code under test log. */
    Result logged(List<Deviation> deviations) {
        return run(deviations, false, World.Detail.TIMELINE_AND_LOG);
    }

    private Result run(List<Deviation> deviations, boolean exploring, World.Detail detail) {
        Simulation declared = declare();
        Candidates candidates = exploring ? new Candidates(declared.faults()) : null;
        return run(declared, new Plan.Fixed(deviations, candidates), candidates, detail);
    }

    Result random(long number, double rate) {
        Simulation declared = declare();
        return run(
                declared,
                new Plan.Random(Swarm.kinds(declared.faults(), seed, number), Hash.of(seed, "run " + number), rate),
                null,
                World.Detail.NONE);
    }

    private Result run(Simulation declared, Plan plan, @Nullable Candidates candidates, World.Detail detail) {
        if (lookout != null) {
            lookout.requireWanted();
        }
        runs.incrementAndGet();
        declared.expectEnd(faultlessEnd);
        try (World world = new World(declared, seed, plan, candidates, detail)) {
            live(world, plan);
            List<String> ignored = declared.sameEndIgnoring();
            if (faultlessEnd == null
                    && ignored != null
                    && world.violation() == null
                    && plan.taken().isEmpty()) {
                faultlessEnd = world.endState(ignored);
            }
            return new Result(
                    world.violation(),
                    List.copyOf(world.deviations()),
                    candidates == null ? List.of() : candidates.found(),
                    world.traceHash(),
                    world.written(),
                    world.timeline());
        }
    }

    private void live(World world, Plan plan) {
        if (lookout == null) {
            world.run();
        } else {
            world.run(error -> lookout.found(stuck(error, plan)));
        }
    }

    /** Told by the watchdog's thread: the run's own stands still, so nobody changes the list of deviations meanwhile. */
    private static Failing stuck(SimulationError error, Plan plan) {
        List<Deviation> taken = List.copyOf(plan.taken());
        return new Failing(
                new Result(World.violation(error), taken, List.of(), 0, List.of(), new Timeline(List.of())), taken);
    }
}
