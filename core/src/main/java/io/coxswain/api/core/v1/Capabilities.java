// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;

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
}
