// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** What a container is doing: waiting, running or terminated; at most one is set. */
public record ContainerState(
        @Nullable ContainerStateRunning running,
        @Nullable ContainerStateTerminated terminated,
        @Nullable ContainerStateWaiting waiting) {
    /** Nothing is set. */
    public static final ContainerState EMPTY = new ContainerState(null, null, null);

    /** This with another {@code running}. */
    public ContainerState withRunning(@Nullable ContainerStateRunning running) {
        return new ContainerState(running, terminated, waiting);
    }

    /** This with another {@code terminated}. */
    public ContainerState withTerminated(@Nullable ContainerStateTerminated terminated) {
        return new ContainerState(running, terminated, waiting);
    }

    /** This with another {@code waiting}. */
    public ContainerState withWaiting(@Nullable ContainerStateWaiting waiting) {
        return new ContainerState(running, terminated, waiting);
    }
}
