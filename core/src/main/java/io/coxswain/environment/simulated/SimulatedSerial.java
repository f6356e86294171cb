package io.coxswain.environment.simulated;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A serial executor: its action is its next step. */
final class SimulatedSerial extends SimulatedAction implements Executor {
    private final Simulation simulation;
    private final Context context;
    private final Queue<Runnable> steps = new ArrayDeque<>(1);

    SimulatedSerial(String name, Simulation simulation) {
        super(name, 1);
        this.simulation = simulation;
        this.context = Context.ofSteps(name);
    }

    @Override
    public void execute(Runnable step) {
        Objects.requireNonNull(step, "step");
        if (simulation.accepts()) {
            steps.add(step);
            list(simulation.agenda());
        }
    }

    @Override
    void perform() {
        simulation.runAs(context, steps.remove());
        if (!steps.isEmpty() && simulation.hasBaton()) {
            list(simulation.agenda());
        }
    }
}
