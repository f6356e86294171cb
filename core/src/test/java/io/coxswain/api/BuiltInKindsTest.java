package io.coxswain.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.resource.Kind;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInKindsTest {
    @Test
    void namesAreThoseOfKubernetes() {
        assertEquals(
                List.of(
                        "v1 namespaces [ns]",
                        "v1 nodes [no]",
                        "v1 pods [po]",
                        "v1 services [svc]",
                        "v1 configmaps [cm]",
                        "v1 secrets []",
                        "v1 events [ev]",
                        "apps/v1 deployments [deploy]",
                        "apps/v1 replicasets [rs]",
                        "discovery.k8s.io/v1 endpointslices []",
                        "coordination.k8s.io/v1 leases []"),
                BuiltInKinds.all().stream()
                        .map(kind -> kind.apiVersion() + " " + kind.plural() + " " + kind.shortNames())
                        .toList());
        assertEquals(BuiltInKinds.all().size(), new HashSet<>(BuiltInKinds.all()).size());
    }

    @Test
    void aRecordKnowsItsKind() {
        assertSame(Pod.KIND, Kind.of(Pod.class));
    }
}
