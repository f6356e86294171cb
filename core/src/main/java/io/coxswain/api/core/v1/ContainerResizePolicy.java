// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** Whether a container restarts when one of its resources changes. */
public record ContainerResizePolicy(
        @Required @AlwaysWritten String resourceName,
        @Required @AlwaysWritten String restartPolicy) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ContainerResizePolicy {
        resourceName = requireNonNullElse(resourceName, "");
        restartPolicy = requireNonNullElse(restartPolicy, "");
    }

    /** This with another {@code resourceName}. */
    public ContainerResizePolicy withResourceName(String resourceName) {
        return new ContainerResizePolicy(resourceName, restartPolicy);
    }

    /** This with another {@code restartPolicy}. */
    public ContainerResizePolicy withRestartPolicy(String restartPolicy) {
        return new ContainerResizePolicy(resourceName, restartPolicy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerResizePolicy that
                        && resourceName.equals(that.resourceName)
                        && restartPolicy.equals(that.restartPolicy));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = resourceName.hashCode();
        hash = 31 * hash + restartPolicy.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
