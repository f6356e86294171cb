// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import io.coxswain.value.Quantity;

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
}
