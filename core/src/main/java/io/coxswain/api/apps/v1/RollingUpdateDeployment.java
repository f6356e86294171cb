// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import io.coxswain.value.Described;
import io.coxswain.value.IntOrString;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RollingUpdateDeployment that
                        && Objects.equals(maxSurge, that.maxSurge)
                        && Objects.equals(maxUnavailable, that.maxUnavailable));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(maxSurge);
        hash = 31 * hash + Objects.hashCode(maxUnavailable);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
