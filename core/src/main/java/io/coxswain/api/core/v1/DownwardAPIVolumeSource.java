// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volume whose files hold fields of the pod. */
public record DownwardAPIVolumeSource(@Nullable Integer defaultMode, List<DownwardAPIVolumeFile> items) {
    /** Nothing is set. */
    public static final DownwardAPIVolumeSource EMPTY = new DownwardAPIVolumeSource(null, List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DownwardAPIVolumeSource {
        items = Ordered.list(items);
    }

    /** This with another {@code defaultMode}. */
    public DownwardAPIVolumeSource withDefaultMode(@Nullable Integer defaultMode) {
        return new DownwardAPIVolumeSource(defaultMode, items);
    }

    /** This with another {@code items}. */
    public DownwardAPIVolumeSource withItems(List<DownwardAPIVolumeFile> items) {
        return new DownwardAPIVolumeSource(defaultMode, items);
    }
}
