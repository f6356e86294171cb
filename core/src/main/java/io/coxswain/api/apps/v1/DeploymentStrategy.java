// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

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
}
