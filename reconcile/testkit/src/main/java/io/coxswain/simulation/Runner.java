package io.coxswain.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes runs of one test. */
final class Runner {
    private final Consumer<Simulation> body;
    private final long seed;
    private @Nullable List<String> faultlessEnd;
    private int runs;

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

    Runner(Consumer<Simulation> body, long seed) {
        this.body = body;
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    int runs() {
        return runs;
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
        runs++;
        declared.expectEnd(faultlessEnd);
        try (World world = new World(declared, seed, plan, candidates, detail)) {
            world.run();
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
}
