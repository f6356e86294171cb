package io.coxswain.node.container;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.node.probe.ProbeAction;
import io.coxswain.node.probe.ProbeResult;
import io.coxswain.node.runtime.Worker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Runs postStart and preStop. */
final class Hooks {
    private Hooks() {}

    /**
     * Runs a hook.
     *
     * @param limit after which it is given up
     * @return how it ended; never fails
     */
    static CompletionStage<ProbeResult> run(
            ContainerServices services,
            Executor serial,
            Container container,
            Worker worker,
            LifecycleHandler handler,
            Duration limit) {
        if (handler.sleep() != null) {
            Duration wanted = Duration.ofSeconds(handler.sleep().seconds());
            return sleep(services, serial, wanted.compareTo(limit) < 0 ? wanted : limit);
        }
        try {
            ProbeAction action =
                    ProbeAction.of(container, worker.spec().sandbox(), handler.exec(), handler.httpGet(), null);
            return services.prober().probe(worker, action, limit);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(ProbeResult.failure(String.valueOf(e.getMessage())));
        }
    }

    private static CompletionStage<ProbeResult> sleep(ContainerServices services, Executor serial, Duration time) {
        CompletableFuture<ProbeResult> slept = new CompletableFuture<>();
        services.environment().schedule(time, serial, () -> slept.complete(ProbeResult.SUCCESS));
        return slept;
    }
}
