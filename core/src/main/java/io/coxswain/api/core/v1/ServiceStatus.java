// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.Condition;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import java.util.List;

/** The load balancer and the conditions of a Service. */
public record ServiceStatus(
        @ListMap("type") @StrategicMerge(value = "merge", key = "type")
        List<Condition> conditions,

        @AlwaysWritten LoadBalancerStatus loadBalancer) {
    /** Nothing is set. */
    public static final ServiceStatus EMPTY = new ServiceStatus(List.of(), LoadBalancerStatus.EMPTY);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ServiceStatus {
        conditions = Ordered.list(conditions);
        loadBalancer = requireNonNullElse(loadBalancer, LoadBalancerStatus.EMPTY);
    }

    /** This with another {@code conditions}. */
    public ServiceStatus withConditions(List<Condition> conditions) {
        return new ServiceStatus(conditions, loadBalancer);
    }

    /** This with another {@code loadBalancer}. */
    public ServiceStatus withLoadBalancer(LoadBalancerStatus loadBalancer) {
        return new ServiceStatus(conditions, loadBalancer);
    }
}
