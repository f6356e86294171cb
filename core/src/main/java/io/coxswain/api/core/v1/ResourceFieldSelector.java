// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Quantity;
import org.jspecify.annotations.Nullable;

/** A resource of a container, in units of a divisor. */
@Atomic
public record ResourceFieldSelector(
        String containerName,
        @AlwaysWritten Quantity divisor,
        @Required @AlwaysWritten String resource) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ResourceFieldSelector {
        containerName = requireNonNullElse(containerName, "");
        divisor = requireNonNullElse(divisor, Quantity.ZERO);
        resource = requireNonNullElse(resource, "");
    }

    /** This with another {@code containerName}. */
    public ResourceFieldSelector withContainerName(String containerName) {
        return new ResourceFieldSelector(containerName, divisor, resource);
    }

    /** This with another {@code divisor}. */
    public ResourceFieldSelector withDivisor(Quantity divisor) {
        return new ResourceFieldSelector(containerName, divisor, resource);
    }

    /** This with another {@code resource}. */
    public ResourceFieldSelector withResource(String resource) {
        return new ResourceFieldSelector(containerName, divisor, resource);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceFieldSelector that
                        && containerName.equals(that.containerName)
                        && divisor.equals(that.divisor)
                        && resource.equals(that.resource));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = containerName.hashCode();
        hash = 31 * hash + divisor.hashCode();
        hash = 31 * hash + resource.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
