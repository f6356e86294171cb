package io.coxswain.api.discovery.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pods of a cluster in one process have addresses of the loopback, which Kubernetes refuses in slices. So those of the cluster's
 * own controller may hold them, and nobody else's.
 */
class LoopbackEndpointsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.80.0.3", "127.0.0.1"})
    void slicesOfTheClustersOwnControllerMayHoldLoopbackAddresses(String address) {
        EndpointSlice slice = new EndpointSlice(
                ObjectMeta.named("shop", "site-a")
                        .withLabel("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io"),
                "IPv4",
                List.of(EndpointBuilder.builder().addresses(List.of(address)).build()),
                List.of(new EndpointPort("http", null, 8080, "TCP")));
        FieldErrors errors = FieldErrors.collect();

        EndpointSlice.KIND.validate(slice, null, errors);

        assertEquals(List.of(), errors.list());
    }
}
