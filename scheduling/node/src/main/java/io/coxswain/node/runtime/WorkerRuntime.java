package io.coxswain.node.runtime;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Runs workers of some kind: operating system processes, tasks of this JVM, OCI containers.
 *
 * <p>Thread-safe; no call blocks. What it started never outlives it: {@link #close} ends all, and so does the end of this JVM, however it comes.
 */
public interface WorkerRuntime {

    /** A short name for people and for container ids, such as {@code process}. */
    String name();

    /** The schemes of the images that it runs, without the colon. */
    List<String> schemes();

    /**
     * Starts a worker.
     *
     * @param listener is told what the worker says about itself, from any thread
     * @return the running worker, or a failure with {@link WorkerStartException} that says why there is none
     */
    CompletionStage<Worker> start(WorkerSpec spec, WorkerListener listener);

    /** What runs now, in the order in which it was started. */
    CompletionStage<List<Worker>> running();

    /** What a pod may ask of a container and this runtime does not do; told in the conditions of the Node. */
    List<Shortcoming> shortcomings();

    /** The pod is gone for good: its logs may go too. */
    void forget(PodSandbox sandbox);

    /** Kills what still runs and releases what it holds; completes when nothing runs any more. Calling again changes nothing. */
    CompletionStage<Void> close();
}
