// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;
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
}
