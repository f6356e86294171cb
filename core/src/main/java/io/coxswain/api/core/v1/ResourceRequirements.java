// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.ListMap;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a container is given for sure and may use at most. */
public record ResourceRequirements(
        @ListMap("name") List<ResourceClaim> claims, Map<String, Quantity> limits, Map<String, Quantity> requests) {
    /** Nothing is set. */
    public static final ResourceRequirements EMPTY = new ResourceRequirements(List.of(), Map.of(), Map.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ResourceRequirements {
        claims = Ordered.list(claims);
        limits = Ordered.map(limits);
        requests = Ordered.map(requests);
    }

    /** This with another {@code claims}. */
    public ResourceRequirements withClaims(List<ResourceClaim> claims) {
        return new ResourceRequirements(claims, limits, requests);
    }

    /** This with another {@code limits}. */
    public ResourceRequirements withLimits(Map<String, Quantity> limits) {
        return new ResourceRequirements(claims, limits, requests);
    }

    /** This with another {@code requests}. */
    public ResourceRequirements withRequests(Map<String, Quantity> requests) {
        return new ResourceRequirements(claims, limits, requests);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceRequirements that
                        && claims.equals(that.claims)
                        && limits.equals(that.limits)
                        && requests.equals(that.requests));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = claims.hashCode();
        hash = 31 * hash + limits.hashCode();
        hash = 31 * hash + requests.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
