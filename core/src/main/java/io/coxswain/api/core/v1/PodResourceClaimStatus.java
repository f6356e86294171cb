// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
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
}
