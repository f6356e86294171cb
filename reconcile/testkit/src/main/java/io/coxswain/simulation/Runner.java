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
     */
    record Result(
            @Nullable Violation violation,
            List<Deviation> deviations,
            List<Deviation> candidates,
            long hash,
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
        return run(List.of(), true, false);
    }

    /** The default schedule with these deviations. */
    Result with(List<Deviation> deviations) {
        return run(deviations, false, false);
    }

    /** The same, and finds out which others there could have been. */
    Result exploring(List<Deviation> deviations) {
        return run(deviations, true, false);
    }

    /** The same, and notes all that happens. */
    Result detailed(List<Deviation> deviations) {
        return run(deviations, false, true);
    }

    private Result run(List<Deviation> deviations, boolean exploring, boolean detailed) {
        Simulation declared = declare();
        Candidates candidates = exploring ? new Candidates(declared.faults()) : null;
        return run(declared, new Plan.Fixed(deviations, candidates), candidates, detailed);
    }

    Result random(long number, double rate) {
        Simulation declared = declare();
        return run(
                declared,
                new Plan.Random(Swarm.kinds(declared.faults(), seed, number), Hash.of(seed, "run " + number), rate),
                null,
                false);
    }

    private Result run(Simulation declared, Plan plan, @Nullable Candidates candidates, boolean detailed) {
        runs++;
        declared.expectEnd(faultlessEnd);
        try (World world = new World(declared, seed, plan, candidates, detailed)) {
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
                    world.timeline());
        }
    }
}
