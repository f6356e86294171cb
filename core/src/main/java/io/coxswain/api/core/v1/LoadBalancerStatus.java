// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof LoadBalancerStatus that && ingress.equals(that.ingress));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = ingress.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
