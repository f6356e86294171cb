// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceStatus that && name.equals(that.name) && resources.equals(that.resources));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + resources.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
