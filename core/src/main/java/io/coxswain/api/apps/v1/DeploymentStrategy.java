// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How old pods give way to new ones: Recreate or RollingUpdate. */
public record DeploymentStrategy(String type, @Nullable RollingUpdateDeployment rollingUpdate) {
    /** Nothing is set. */
    public static final DeploymentStrategy EMPTY = new DeploymentStrategy("", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DeploymentStrategy {
        type = requireNonNullElse(type, "");
    }

    /** This with another {@code type}. */
    public DeploymentStrategy withType(String type) {
        return new DeploymentStrategy(type, rollingUpdate);
    }

    /** This with another {@code rollingUpdate}. */
    public DeploymentStrategy withRollingUpdate(@Nullable RollingUpdateDeployment rollingUpdate) {
        return new DeploymentStrategy(type, rollingUpdate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DeploymentStrategy that
                        && type.equals(that.type)
                        && Objects.equals(rollingUpdate, that.rollingUpdate));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + Objects.hashCode(rollingUpdate);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
