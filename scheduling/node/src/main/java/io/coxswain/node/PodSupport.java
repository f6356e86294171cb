package io.coxswain.node;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Lifecycle;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pod may ask for that the agent doesn't do. Such a pod is refused as a whole, never run without what it asks for. */
final class PodSupport {
    /** Reason of the pod, of its condition and of its Event. */
    static final String REASON = "UnsupportedFeature";

    /** Condition of a pod that is refused. */
    static final String CONDITION = "coxswain.io/Supported";

    private PodSupport() {}

    /** What isn't done, with the field of each; empty if the pod can be run. */
    static List<String> unsupported(Pod pod) {
        PodSpec spec = pod.spec();
        List<String> found = new ArrayList<>();
        for (Container init : spec.initContainers()) {
            found.add("spec.initContainers: " + init.name() + ": "
                    + (PodPhases.isSidecar(init) ? "sidecars are" : "init containers are") + " not run yet");
        }
        spec.readinessGates()
                .forEach(gate -> found.add(
                        "spec.readinessGates: " + gate.conditionType() + ": readiness gates are not looked at yet"));
        spec.volumes()
                .forEach(volume -> found.add("spec.volumes: " + volume.name() + ": volumes are not provided yet"));
        if (spec.runtimeClassName() != null && !spec.runtimeClassName().isEmpty()) {
            found.add("spec.runtimeClassName: " + spec.runtimeClassName()
                    + ": the image's scheme picks the runtime; leave it out");
        }
        spec.containers().forEach(container -> addOf(container, found));
        return found;
    }

    private static void addOf(Container container, List<String> found) {
        String path = "spec.containers[" + container.name() + "]";
        addGrpc(path + ".startupProbe", container.startupProbe(), found);
        addGrpc(path + ".readinessProbe", container.readinessProbe(), found);
        addGrpc(path + ".livenessProbe", container.livenessProbe(), found);
        Lifecycle lifecycle = container.lifecycle();
        if (lifecycle != null) {
            addTcp(path + ".lifecycle.postStart", lifecycle.postStart(), found);
            addTcp(path + ".lifecycle.preStop", lifecycle.preStop(), found);
        }
    }

    private static void addGrpc(String path, @Nullable Probe probe, List<String> found) {
        if (probe != null && probe.grpc() != null) {
            found.add(path + ".grpc: grpc probes are not made yet; use httpGet, tcpSocket or exec");
        }
    }

    private static void addTcp(String path, @Nullable LifecycleHandler handler, List<String> found) {
        if (handler != null && handler.tcpSocket() != null) {
            found.add(path + ".tcpSocket: is no hook that Kubernetes runs; use exec, httpGet or sleep");
        }
    }
}
