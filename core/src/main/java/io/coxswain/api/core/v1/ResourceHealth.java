// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** The health of one device. */
public record ResourceHealth(
        String health, @Required @AlwaysWritten String resourceID) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ResourceHealth {
        health = requireNonNullElse(health, "");
        resourceID = requireNonNullElse(resourceID, "");
    }

    /** This with another {@code health}. */
    public ResourceHealth withHealth(String health) {
        return new ResourceHealth(health, resourceID);
    }

    /** This with another {@code resourceID}. */
    public ResourceHealth withResourceID(String resourceID) {
        return new ResourceHealth(health, resourceID);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceHealth that
                        && health.equals(that.health)
                        && resourceID.equals(that.resourceID));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = health.hashCode();
        hash = 31 * hash + resourceID.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
