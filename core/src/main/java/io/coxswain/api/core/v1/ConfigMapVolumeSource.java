// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A ConfigMap whose entries are files of a volume. */
public record ConfigMapVolumeSource(
        String name,
        @Nullable Integer defaultMode,
        List<KeyToPath> items,
        @Nullable Boolean optional) {
    /** Nothing is set. */
    public static final ConfigMapVolumeSource EMPTY = new ConfigMapVolumeSource("", null, List.of(), null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ConfigMapVolumeSource {
        name = requireNonNullElse(name, "");
        items = Ordered.list(items);
    }

    /** This with another {@code name}. */
    public ConfigMapVolumeSource withName(String name) {
        return new ConfigMapVolumeSource(name, defaultMode, items, optional);
    }

    /** This with another {@code defaultMode}. */
    public ConfigMapVolumeSource withDefaultMode(@Nullable Integer defaultMode) {
        return new ConfigMapVolumeSource(name, defaultMode, items, optional);
    }

    /** This with another {@code items}. */
    public ConfigMapVolumeSource withItems(List<KeyToPath> items) {
        return new ConfigMapVolumeSource(name, defaultMode, items, optional);
    }

    /** This with another {@code optional}. */
    public ConfigMapVolumeSource withOptional(@Nullable Boolean optional) {
        return new ConfigMapVolumeSource(name, defaultMode, items, optional);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ConfigMapVolumeSource that
                        && name.equals(that.name)
                        && Objects.equals(defaultMode, that.defaultMode)
                        && items.equals(that.items)
                        && Objects.equals(optional, that.optional));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(defaultMode);
        hash = 31 * hash + items.hashCode();
        hash = 31 * hash + Objects.hashCode(optional);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
