package io.coxswain.node.container;

import io.coxswain.api.core.v1.Container;
import io.coxswain.node.fields.NonRoot;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerRuntime;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.node.variables.ContainerVariables;
import io.coxswain.node.variables.Expansion;
import io.coxswain.node.variables.References;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One start of a container: reads what its variables refer to, resolves them and asks the runtime. */
record ContainerStart(
        ContainerServices services,
        ContainerOwner owner,
        Container container,
        int attempt,
        Image image,
        WorkerRuntime runtime) {

    /** The worker; fails with {@link WorkerStartException} or what reading the API failed of. */
    CompletionStage<Worker> begin(WorkerListener listener) {
        Optional<String> violation =
                NonRoot.violation(owner.pod(), container, services.user().get());
        if (violation.isPresent()) {
            return CompletableFuture.failedFuture(WorkerStartException.misconfigured(violation.get()));
        }
        return References.read(services.client(), owner.pod(), container)
                .thenCompose(references -> runtime.start(spec(references), listener));
    }

    private WorkerSpec spec(References references) {
        Map<String, String> variables =
                ContainerVariables.of(owner.pod(), container, owner.identity(), services.capacity(), references);
        owner.watchdog().ifPresent(limit -> variables.put("WATCHDOG_USEC", Long.toString(limit.toNanos() / 1_000)));
        return new WorkerSpec(
                owner.sandbox(),
                container.name(),
                image,
                expanded(container.command(), variables),
                expanded(container.args(), variables),
                container.workingDir(),
                variables,
                attempt,
                owner.readiness());
    }

    private static List<String> expanded(List<String> texts, Map<String, String> variables) {
        return texts.stream().map(text -> Expansion.expand(text, variables)).toList();
    }
}
