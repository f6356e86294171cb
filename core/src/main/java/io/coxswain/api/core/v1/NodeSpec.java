// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.ListSet;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a node is told: taints, whether it takes new pods, its pods' addresses. */
public record NodeSpec(
        @Nullable NodeConfigSource configSource,
        String externalID,
        String podCIDR,
        @ListSet @StrategicMerge("merge") List<String> podCIDRs,
        String providerID,
        List<Taint> taints,
        boolean unschedulable) {
    /** Nothing is set. */
    public static final NodeSpec EMPTY = new NodeSpec(null, "", "", List.of(), "", List.of(), false);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeSpec {
        externalID = requireNonNullElse(externalID, "");
        podCIDR = requireNonNullElse(podCIDR, "");
        podCIDRs = Ordered.list(podCIDRs);
        providerID = requireNonNullElse(providerID, "");
        taints = Ordered.list(taints);
    }

    /** This with another {@code configSource}. */
    public NodeSpec withConfigSource(@Nullable NodeConfigSource configSource) {
        return new NodeSpec(configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable);
    }

    /** This with another {@code externalID}. */
    public NodeSpec withExternalID(String externalID) {
        return new NodeSpec(configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable);
    }

    /** This with another {@code podCIDR}. */
    public NodeSpec withPodCIDR(String podCIDR) {
        return new NodeSpec(configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable);
    }

    /** This with another {@code podCIDRs}. */
    public NodeSpec withPodCIDRs(List<String> podCIDRs) {
        return new NodeSpec(configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable);
    }

    /** This with another {@code providerID}. */
    public NodeSpec withProviderID(String providerID) {
        return new NodeSpec(configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable);
    }

    /** This with another {@code taints}. */
    public NodeSpec withTaints(List<Taint> taints) {
        return new NodeSpec(configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable);
    }

    /** This with another {@code unschedulable}. */
    public NodeSpec withUnschedulable(boolean unschedulable) {
        return new NodeSpec(configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeSpec that
                        && unschedulable == that.unschedulable
                        && Objects.equals(configSource, that.configSource)
                        && externalID.equals(that.externalID)
                        && podCIDR.equals(that.podCIDR)
                        && podCIDRs.equals(that.podCIDRs)
                        && providerID.equals(that.providerID)
                        && taints.equals(that.taints));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(configSource);
        hash = 31 * hash + externalID.hashCode();
        hash = 31 * hash + podCIDR.hashCode();
        hash = 31 * hash + podCIDRs.hashCode();
        hash = 31 * hash + providerID.hashCode();
        hash = 31 * hash + taints.hashCode();
        hash = 31 * hash + Boolean.hashCode(unschedulable);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
