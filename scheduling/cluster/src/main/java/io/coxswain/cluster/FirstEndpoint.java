package io.coxswain.cluster;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Service;
import io.coxswain.balancing.Balancer;
import io.coxswain.client.Client;
import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who has just seen a pod become ready expects to reach it: waits until a balancer knows of the ready pods of its Service. */
record FirstEndpoint(Client client, Environment environment) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Returns at once if the balancer has an endpoint, or none of the Service's pods is ready. */
    void await(Balancer balancer) {
        if (balancer.tryPick() == null && hasReadyPod(balancer.service())) {
            awaitChange(balancer);
        }
    }

    private boolean hasReadyPod(ResourceKey service) {
        return client
                .find(Service.KIND, service)
                .map(found -> LabelSelection.of(found.spec().selector()))
                .filter(selector -> !selector.isEverything())
                .map(selector -> client.list(
                        Pod.KIND, Selection.inNamespace(service.namespace()).labels(selector)))
                .stream()
                .flatMap(List::stream)
                .anyMatch(Pod::isReady);
    }

    private void awaitChange(Balancer balancer) {
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        Runnable look = () -> {
            if (balancer.tryPick() != null) {
                there.complete(true);
            }
        };
        Cancellable looking = balancer.whenChanged(environment.serial("first-endpoint"), look);
        look.run();
        try {
            environment.await(there, LIMIT);
        } catch (AwaitException e) {
            if (e.reason() != AwaitException.Reason.LIMIT_PASSED) {
                throw e;
            }
            // A pick will say why there is none.
        } finally {
            looking.cancel();
        }
    }
}
