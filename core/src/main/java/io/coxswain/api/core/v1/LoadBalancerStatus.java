// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;

/** The addresses of a load balancer. */
public record LoadBalancerStatus(List<LoadBalancerIngress> ingress) {
    /** Nothing is set. */
    public static final LoadBalancerStatus EMPTY = new LoadBalancerStatus(List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public LoadBalancerStatus {
        ingress = Ordered.list(ingress);
    }

    /** This with another {@code ingress}. */
    public LoadBalancerStatus withIngress(List<LoadBalancerIngress> ingress) {
        return new LoadBalancerStatus(ingress);
    }
}
