package io.coxswain.node;

import io.coxswain.client.AsyncClient;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.Environment;
import io.coxswain.event.EventRecorder;
import io.coxswain.node.container.ContainerServices;
import io.coxswain.node.runtime.WorkerRuntime;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pods of an agent share. */
record AgentServices(
        ContainerServices containers,
        EventRecorder events,
        AddressBlock addresses,
        DrainBarrier barrier,
        SliceView slices,
        String nodeName,
        String hostAddress,
        Path folder,
        @Nullable WorkerOutput output) {

    Environment environment() {
        return containers.environment();
    }

    AsyncClient client() {
        return containers.client();
    }

    List<WorkerRuntime> runtimes() {
        return containers.runtimes().all();
    }
}
