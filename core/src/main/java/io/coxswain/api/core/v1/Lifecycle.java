// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done right after a container starts and before it is stopped. */
public record Lifecycle(
        @Nullable LifecycleHandler postStart, @Nullable LifecycleHandler preStop) {
    /** Nothing is set. */
    public static final Lifecycle EMPTY = new Lifecycle(null, null);

    /** This with another {@code postStart}. */
    public Lifecycle withPostStart(@Nullable LifecycleHandler postStart) {
        return new Lifecycle(postStart, preStop);
    }

    /** This with another {@code preStop}. */
    public Lifecycle withPreStop(@Nullable LifecycleHandler preStop) {
        return new Lifecycle(postStart, preStop);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Lifecycle that
                        && Objects.equals(postStart, that.postStart)
                        && Objects.equals(preStop, that.preStop));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(postStart);
        hash = 31 * hash + Objects.hashCode(preStop);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
