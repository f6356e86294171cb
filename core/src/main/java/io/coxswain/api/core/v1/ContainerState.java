// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerState that
                        && Objects.equals(running, that.running)
                        && Objects.equals(terminated, that.terminated)
                        && Objects.equals(waiting, that.waiting));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(running);
        hash = 31 * hash + Objects.hashCode(terminated);
        hash = 31 * hash + Objects.hashCode(waiting);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
