package io.coxswain.environment.simulated;

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

    private final String name;
    private final Kind kind;

    private long waits;

    private Context(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    static Context ofTest() {
        return new Context("test", Kind.TEST);
    }

    static Context ofSteps(String executor) {
        return new Context(executor, Kind.STEP);
    }

    static Context ofTask(String name) {
        return new Context(name, Kind.TASK);
    }

    String name() {
        return name;
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
