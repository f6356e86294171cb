// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much room a claim asks for. */
public record VolumeResourceRequirements(Map<String, Quantity> limits, Map<String, Quantity> requests) {
    /** Nothing is set. */
    public static final VolumeResourceRequirements EMPTY = new VolumeResourceRequirements(Map.of(), Map.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public VolumeResourceRequirements {
        limits = Ordered.map(limits);
        requests = Ordered.map(requests);
    }

    /** This with another {@code limits}. */
    public VolumeResourceRequirements withLimits(Map<String, Quantity> limits) {
        return new VolumeResourceRequirements(limits, requests);
    }

    /** This with another {@code requests}. */
    public VolumeResourceRequirements withRequests(Map<String, Quantity> requests) {
        return new VolumeResourceRequirements(limits, requests);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof VolumeResourceRequirements that
                        && limits.equals(that.limits)
                        && requests.equals(that.requests));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = limits.hashCode();
        hash = 31 * hash + requests.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
