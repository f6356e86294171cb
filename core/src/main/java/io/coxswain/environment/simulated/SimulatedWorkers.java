package io.coxswain.environment.simulated;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An executor for code of users: its action is the beginning of its next task, while fewer than the limit have begun and not ended. */
final class SimulatedWorkers extends SimulatedAction implements Executor {
    private final Simulation simulation;
    private final int limit;
    private final Queue<Runnable> tasks = new ArrayDeque<>(1);

    private int running;

    SimulatedWorkers(String name, int limit, Simulation simulation) {
        super(name, 1);
        if (limit < 1) {
            throw new IllegalArgumentException("Workers " + name + ": limit: " + limit + ": must be at least 1");
        }
        this.limit = limit;
        this.simulation = simulation;
    }

    @Override
    public void execute(Runnable task) {
        Objects.requireNonNull(task, "task");
        if (simulation.accepts()) {
            tasks.add(task);
            listIfEnabled();
        }
    }

    /** Runs one task to its end. Needs a thread on which no other code is under way, since the task may wait. */
    @Override
    void perform() {
        long number = ordinal() - 1;
        Context context = Context.ofTask(() -> name(number));
        Runnable task = tasks.remove();
        running++;
        listIfEnabled();
        simulation.runAs(context, task);
        Thread.interrupted(); // the next task is not to find the flag that was meant for this one
        if (simulation.hasBaton()) {
            running--;
            listIfEnabled();
        }
    }

    private void listIfEnabled() {
        if (!tasks.isEmpty() && running < limit) {
            list(simulation.agenda());
        }
    }
}
