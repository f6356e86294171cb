// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** POSIX capabilities that a container gains or loses. */
public record Capabilities(List<String> add, List<String> drop) {
    /** Nothing is set. */
    public static final Capabilities EMPTY = new Capabilities(List.of(), List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Capabilities {
        add = Ordered.list(add);
        drop = Ordered.list(drop);
    }

    /** This with another {@code add}. */
    public Capabilities withAdd(List<String> add) {
        return new Capabilities(add, drop);
    }

    /** This with another {@code drop}. */
    public Capabilities withDrop(List<String> drop) {
        return new Capabilities(add, drop);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Capabilities that && add.equals(that.add) && drop.equals(that.drop));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = add.hashCode();
        hash = 31 * hash + drop.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
