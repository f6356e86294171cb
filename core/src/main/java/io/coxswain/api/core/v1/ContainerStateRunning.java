// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A container runs, and since when. */
public record ContainerStateRunning(@AlwaysWritten @Nullable Instant startedAt) {
    /** Nothing is set. */
    public static final ContainerStateRunning EMPTY = new ContainerStateRunning(null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ContainerStateRunning {
        startedAt = Times.seconds(startedAt);
    }

    /** This with another {@code startedAt}. */
    public ContainerStateRunning withStartedAt(@Nullable Instant startedAt) {
        return new ContainerStateRunning(startedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerStateRunning that && Objects.equals(startedAt, that.startedAt));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(startedAt);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
