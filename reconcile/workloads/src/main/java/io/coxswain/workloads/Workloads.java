package io.coxswain.workloads;

import io.coxswain.controller.ControllerSpec;
import io.coxswain.workloads.deployment.DeploymentController;
import io.coxswain.workloads.endpointslice.EndpointSliceController;
import io.coxswain.workloads.node.NodeLifecycleController;
import io.coxswain.workloads.replicaset.ReplicaSetController;
import java.util.List;

/** The built-in controllers. */
public final class Workloads {
    private Workloads() {}

    /** The wiring of each, for a {@code Manager}; the garbage collector stands beside them. */
    public static List<ControllerSpec<?>> controllers() {
        return List.of(
                DeploymentController.controller(),
                ReplicaSetController.controller(),
                EndpointSliceController.controller(),
                NodeLifecycleController.controller());
    }
}
