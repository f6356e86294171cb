package io.coxswain.environment.simulated;

import java.util.function.Supplier;

/** Whose code is running. */
final class Context {

    private enum Kind {
        /** The code that drives the simulation from outside. */
        TEST,
        /** A step of a serial executor, or of a timer. */
        STEP,
        /** A worker's task. */
        TASK
    }

    private final Kind kind;
    private final Supplier<String> name;

    private long waits;

    private Context(Kind kind, Supplier<String> name) {
        this.name = name;
        this.kind = kind;
    }

    static Context ofTest() {
        return new Context(Kind.TEST, () -> "test");
    }

    static Context ofSteps(String executor) {
        return new Context(Kind.STEP, () -> executor);
    }

    /** Few tasks wait, and the others' names nobody reads. */
    static Context ofTask(Supplier<String> name) {
        return new Context(Kind.TASK, name);
    }

    String name() {
        return name.get();
    }

    boolean mayWait() {
        return kind != Kind.STEP;
    }

    boolean isTest() {
        return kind == Kind.TEST;
    }

    /** The number of the wait that begins now. */
    long nextWait() {
        return ++waits;
    }
}
