package io.coxswain.node.runtime;

/** Is told what a worker says about itself. Called from any thread; must not block. */
@FunctionalInterface
public interface WorkerListener {

    /** Ignores it all. */
    WorkerListener NONE = readiness -> {};

    /** The worker says that it is ready for requests, or no longer is. */
    void readiness(Readiness readiness);

    /** The worker says how it is, for people. */
    default void status(String text) {}

    /** The worker says that it lives. */
    default void alive() {}
}
