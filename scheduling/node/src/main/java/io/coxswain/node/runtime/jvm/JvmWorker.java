package io.coxswain.node.runtime.jvm;

/**
 * Work of the application's own that runs as a container inside this JVM.
 *
 * <pre>{@code
 * JvmWorker frontier = context -> {
 *     try (FrontierServer server = FrontierServer.listen(context.address(), context.port())) {
 *         context.awaitStop();
 *     }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface JvmWorker {

    /**
     * Does the work; called once for each start of a container, on a thread that may block. To return is exit code 0, to throw is exit code 1. When the container is to stop,
     * {@link JvmContext#stopping} completes and the thread is interrupted, unless it waits in {@link JvmContext#awaitStop}; what doesn't return within the grace period is given up: its thread can't be ended by force.
     *
     * @throws Exception what the work failed of; its message becomes that of the container's end
     */
    void run(JvmContext context) throws Exception;
}
