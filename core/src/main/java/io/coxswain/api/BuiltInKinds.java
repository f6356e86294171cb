package io.coxswain.api;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.resource.Kind;
import java.util.List;

/** The kinds of Kubernetes that Coxswain has, in one list. */
final class BuiltInKinds {
    private static final List<Kind<?>> ALL = List.of(
            Namespace.KIND,
            Node.KIND,
            Pod.KIND,
            Service.KIND,
            ConfigMap.KIND,
            Secret.KIND,
            Event.KIND,
            Deployment.KIND,
            ReplicaSet.KIND,
            EndpointSlice.KIND,
            Lease.KIND);

    private BuiltInKinds() {}

    /** All of them; what others refer to comes first. */
    public static List<Kind<?>> all() {
        return ALL;
    }
}
