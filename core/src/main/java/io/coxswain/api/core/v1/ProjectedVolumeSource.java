// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several sources as one folder. */
public record ProjectedVolumeSource(@Nullable Integer defaultMode, List<VolumeProjection> sources) {
    /** Nothing is set. */
    public static final ProjectedVolumeSource EMPTY = new ProjectedVolumeSource(null, List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ProjectedVolumeSource {
        sources = Ordered.list(sources);
    }

    /** This with another {@code defaultMode}. */
    public ProjectedVolumeSource withDefaultMode(@Nullable Integer defaultMode) {
        return new ProjectedVolumeSource(defaultMode, sources);
    }

    /** This with another {@code sources}. */
    public ProjectedVolumeSource withSources(List<VolumeProjection> sources) {
        return new ProjectedVolumeSource(defaultMode, sources);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ProjectedVolumeSource that
                        && Objects.equals(defaultMode, that.defaultMode)
                        && sources.equals(that.sources));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(defaultMode);
        hash = 31 * hash + sources.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
