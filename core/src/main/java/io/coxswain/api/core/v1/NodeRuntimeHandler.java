// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A runtime handler of a node. */
public record NodeRuntimeHandler(
        @AlwaysWritten String name, @Nullable NodeRuntimeHandlerFeatures features) {
    /** Nothing is set. */
    public static final NodeRuntimeHandler EMPTY = new NodeRuntimeHandler("", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeRuntimeHandler {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public NodeRuntimeHandler withName(String name) {
        return new NodeRuntimeHandler(name, features);
    }

    /** This with another {@code features}. */
    public NodeRuntimeHandler withFeatures(@Nullable NodeRuntimeHandlerFeatures features) {
        return new NodeRuntimeHandler(name, features);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeRuntimeHandler that
                        && name.equals(that.name)
                        && Objects.equals(features, that.features));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(features);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
