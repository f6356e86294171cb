// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of the pod as files of a projected volume. */
public record DownwardAPIProjection(List<DownwardAPIVolumeFile> items) {
    /** Nothing is set. */
    public static final DownwardAPIProjection EMPTY = new DownwardAPIProjection(List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DownwardAPIProjection {
        items = Ordered.list(items);
    }

    /** This with another {@code items}. */
    public DownwardAPIProjection withItems(List<DownwardAPIVolumeFile> items) {
        return new DownwardAPIProjection(items);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DownwardAPIProjection that && items.equals(that.items));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = items.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
