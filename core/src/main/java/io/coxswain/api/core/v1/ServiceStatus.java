// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.Condition;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The condition of this type, if there is one. */
    public Optional<Condition> condition(String type) {
        return conditions.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** This with this condition in the place of the one of its type, else at the end. */
    public ServiceStatus withCondition(Condition condition) {
        return withConditions(Ordered.with(conditions, condition, Condition::type));
    }

    /** This with another {@code conditions}. */
    public ServiceStatus withConditions(List<Condition> conditions) {
        return new ServiceStatus(conditions, loadBalancer);
    }

    /** This with another {@code loadBalancer}. */
    public ServiceStatus withLoadBalancer(LoadBalancerStatus loadBalancer) {
        return new ServiceStatus(conditions, loadBalancer);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ServiceStatus that
                        && conditions.equals(that.conditions)
                        && loadBalancer.equals(that.loadBalancer));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = conditions.hashCode();
        hash = 31 * hash + loadBalancer.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
