// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The claim that was made for a pod's claim on devices. */
public record PodResourceClaimStatus(
        @Required @AlwaysWritten String name,
        @EmptyIsValue @Nullable String resourceClaimName) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodResourceClaimStatus {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public PodResourceClaimStatus withName(String name) {
        return new PodResourceClaimStatus(name, resourceClaimName);
    }

    /** This with another {@code resourceClaimName}. */
    public PodResourceClaimStatus withResourceClaimName(@Nullable String resourceClaimName) {
        return new PodResourceClaimStatus(name, resourceClaimName);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodResourceClaimStatus that
                        && name.equals(that.name)
                        && Objects.equals(resourceClaimName, that.resourceClaimName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(resourceClaimName);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
