// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entries of a ConfigMap as files of a projected volume. */
public record ConfigMapProjection(
        String name, List<KeyToPath> items, @Nullable Boolean optional) {
    /** Nothing is set. */
    public static final ConfigMapProjection EMPTY = new ConfigMapProjection("", List.of(), null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ConfigMapProjection {
        name = requireNonNullElse(name, "");
        items = Ordered.list(items);
    }

    /** This with another {@code name}. */
    public ConfigMapProjection withName(String name) {
        return new ConfigMapProjection(name, items, optional);
    }

    /** This with another {@code items}. */
    public ConfigMapProjection withItems(List<KeyToPath> items) {
        return new ConfigMapProjection(name, items, optional);
    }

    /** This with another {@code optional}. */
    public ConfigMapProjection withOptional(@Nullable Boolean optional) {
        return new ConfigMapProjection(name, items, optional);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ConfigMapProjection that
                        && name.equals(that.name)
                        && items.equals(that.items)
                        && Objects.equals(optional, that.optional));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
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
