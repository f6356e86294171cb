package io.coxswain.simulation;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodIP;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.error.NotFoundException;
import io.coxswain.informer.Informer;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.Origin;
import io.coxswain.node.runtime.model.ModelBehaviour;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Takes the place of scheduler and nodes: each pod runs and becomes ready after a while. Pods have no node, so a deleted one is gone at once. */
final class PodModel implements Program {
    private static final ModelBehaviour STEADY = ModelBehaviour.STEADY;

    private int addresses;

    @Override
    public void start(Client client, Environment environment) {
        Executor serial = environment.serial("pod-model");
        AsyncClient api = client.async();
        Informer<Pod> pods = Informer.builder(api, environment, Pod.KIND).build();
        pods.addHandler(serial, new InformerHandler<>() {
            @Override
            public void onAdd(Pod pod, Origin origin) {
                if (!pod.isReady() && !pod.metadata().isDeleting()) {
                    environment.schedule(STEADY.ready(), serial, () -> makeReady(pod));
                }
            }

            private void makeReady(Pod pod) {
                String address = address();
                var unused = api.patchStatus(
                                Pod.KIND,
                                pod.key(),
                                found -> found.metadata()
                                                .uid()
                                                .equals(pod.metadata().uid())
                                        ? found.withStatus(ready(found, address, environment))
                                        : found)
                        .whenComplete((done, failure) -> {
                            if (failure != null && !isGone(failure)) {
                                environment.schedule(STEADY.ready(), serial, () -> makeReady(pod));
                            }
                        });
            }
        });
        pods.start();
    }

    private static boolean isGone(Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof NotFoundException;
    }

    private String address() {
        int number = ++addresses;
        return "10.0." + (number >> 8 & 255) + "." + (number & 255);
    }

    private static PodStatus ready(Pod pod, String address, Environment environment) {
        PodCondition ready = PodCondition.of("Ready", "True", "", "").withLastTransitionTime(environment.now());
        return pod.status()
                .withPhase("Running")
                .withPodIP(address)
                .withPodIPs(List.of(new PodIP(address)))
                .withStartTime(environment.now())
                .withCondition(ready);
    }
}
