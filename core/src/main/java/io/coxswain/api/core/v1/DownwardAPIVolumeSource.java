// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DownwardAPIVolumeSource that
                        && Objects.equals(defaultMode, that.defaultMode)
                        && items.equals(that.items));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(defaultMode);
        hash = 31 * hash + items.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
