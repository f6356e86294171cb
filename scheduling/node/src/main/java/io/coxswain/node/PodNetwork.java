package io.coxswain.node;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.node.variables.NetworkIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The address of a pod; on a machine that has only one, the ports that tell its containers from those of other pods, too. These stand in an annotation of the pod, from which its EndpointSlices and
 * another agent take them. Owned by the steps of the pod.
 */
final class PodNetwork {
    private final AgentServices services;
    private String address = "";
    private boolean isHeld;
    private Map<Integer, Integer> ports = Map.of();

    PodNetwork(AgentServices services) {
        this.services = services;
    }

    /**
     * Gives the pod its address and ports.
     *
     * @return the pod as stored, when its ports stand in it
     * @throws IllegalStateException if all addresses or ports are taken
     */
    CompletionStage<Pod> open(Pod pod) {
        if (pod.spec().hostNetwork()) {
            address = services.hostAddress();
            return CompletableFuture.completedFuture(pod);
        }
        if (!isHeld) {
            address = services.addresses().pods().allocate();
            isHeld = true;
        }
        if (services.addresses().isSingleAddress()) {
            ports = chosen(pod);
        }
        String note = ServedPorts.format(ports);
        if (ServedPorts.noteOf(pod).equals(note)) {
            return CompletableFuture.completedFuture(pod);
        }
        return services.client().patch(Pod.KIND, pod.key(), stored -> noted(stored, pod, note));
    }

    private Map<Integer, Integer> chosen(Pod pod) {
        Map<Integer, Integer> chosen = new LinkedHashMap<>();
        for (Container container : pod.spec().containers()) {
            for (ContainerPort port : container.ports()) {
                chosen.computeIfAbsent(port.containerPort(), declared -> {
                    int told = ServedPorts.of(pod, declared);
                    return told == declared ? services.addresses().freePort() : told;
                });
            }
        }
        return chosen;
    }

    private static Pod noted(Pod stored, Pod meant, String note) {
        return stored.metadata().uid().equals(meant.metadata().uid())
                ? stored.withMetadata(ServedPorts.noted(stored.metadata(), note))
                : stored;
    }

    NetworkIdentity identity() {
        return new NetworkIdentity(services.nodeName(), services.hostAddress(), address, ports);
    }

    /** Gives the address back; calling again changes nothing. What it was stays known. */
    void close() {
        if (isHeld) {
            isHeld = false;
            services.addresses().pods().release(address);
        }
    }
}
