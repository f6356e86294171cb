// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

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
}
