// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A claim on devices that a pod's containers can refer to. */
public record PodResourceClaim(
        @Required @AlwaysWritten String name,
        @EmptyIsValue @Nullable String resourceClaimName,
        @EmptyIsValue @Nullable String resourceClaimTemplateName) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodResourceClaim {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public PodResourceClaim withName(String name) {
        return new PodResourceClaim(name, resourceClaimName, resourceClaimTemplateName);
    }

    /** This with another {@code resourceClaimName}. */
    public PodResourceClaim withResourceClaimName(@Nullable String resourceClaimName) {
        return new PodResourceClaim(name, resourceClaimName, resourceClaimTemplateName);
    }

    /** This with another {@code resourceClaimTemplateName}. */
    public PodResourceClaim withResourceClaimTemplateName(@Nullable String resourceClaimTemplateName) {
        return new PodResourceClaim(name, resourceClaimName, resourceClaimTemplateName);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodResourceClaim that
                        && name.equals(that.name)
                        && Objects.equals(resourceClaimName, that.resourceClaimName)
                        && Objects.equals(resourceClaimTemplateName, that.resourceClaimTemplateName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(resourceClaimName);
        hash = 31 * hash + Objects.hashCode(resourceClaimTemplateName);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
