package io.coxswain.node;

import io.coxswain.client.AsyncClient;
import io.coxswain.endpoint.AddressPool;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.Environment;
import io.coxswain.event.EventRecorder;
import io.coxswain.node.probe.Prober;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.ImageMap;
import io.coxswain.node.runtime.WorkerRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pods of an agent share. */
record AgentServices(
        Environment environment,
        AsyncClient client,
        EventRecorder events,
        List<WorkerRuntime> runtimes,
        ImageMap images,
        Prober prober,
        AddressPool addresses,
        DrainBarrier barrier,
        SliceView slices,
        NodeCapacity capacity,
        String nodeName,
        String hostAddress,
        Path folder,
        @Nullable WorkerOutput output) {

    /** What an image reference means here; empty if nothing says so. */
    Optional<Image> image(String reference) {
        return images.resolve(reference, schemes());
    }

    List<String> schemes() {
        return runtimes.stream().flatMap(runtime -> runtime.schemes().stream()).toList();
    }

    Optional<WorkerRuntime> runtime(String scheme) {
        return runtimes.stream()
                .filter(runtime -> runtime.schemes().contains(scheme))
                .findFirst();
    }

    NodeFacts facts(String bootId) {
        return new NodeFacts(nodeName, hostAddress, capacity, runtimes, bootId);
    }
}
