package io.coxswain.node.runtime;

/** Is told what a worker says about itself. */
@FunctionalInterface
public interface WorkerListener {

    /** Ignores it all. */
    WorkerListener NONE = readiness -> {};

    /** The worker says that it is ready for requests, or no longer is. Called from any thread; must not block. */
    void readiness(Readiness readiness);
}
