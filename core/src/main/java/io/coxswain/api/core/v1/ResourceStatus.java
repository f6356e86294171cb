// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.List;

/** The health of the devices that a container was given. */
public record ResourceStatus(
        @Required @AlwaysWritten String name,
        @ListMap("resourceID") List<ResourceHealth> resources) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ResourceStatus {
        name = requireNonNullElse(name, "");
        resources = Ordered.list(resources);
    }

    /** This with another {@code name}. */
    public ResourceStatus withName(String name) {
        return new ResourceStatus(name, resources);
    }

    /** This with another {@code resources}. */
    public ResourceStatus withResources(List<ResourceHealth> resources) {
        return new ResourceStatus(name, resources);
    }
}
