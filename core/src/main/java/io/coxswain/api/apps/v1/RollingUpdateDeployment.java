// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import io.coxswain.value.IntOrString;
import org.jspecify.annotations.Nullable;

/** How far a rolling update may go above and below the number of pods asked for. */
public record RollingUpdateDeployment(
        @Nullable IntOrString maxSurge, @Nullable IntOrString maxUnavailable) {
    /** Nothing is set. */
    public static final RollingUpdateDeployment EMPTY = new RollingUpdateDeployment(null, null);

    /** This with another {@code maxSurge}. */
    public RollingUpdateDeployment withMaxSurge(@Nullable IntOrString maxSurge) {
        return new RollingUpdateDeployment(maxSurge, maxUnavailable);
    }

    /** This with another {@code maxUnavailable}. */
    public RollingUpdateDeployment withMaxUnavailable(@Nullable IntOrString maxUnavailable) {
        return new RollingUpdateDeployment(maxSurge, maxUnavailable);
    }
}
