// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The finalizers of a namespace. */
public record NamespaceSpec(List<String> finalizers) {
    /** Nothing is set. */
    public static final NamespaceSpec EMPTY = new NamespaceSpec(List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NamespaceSpec {
        finalizers = Ordered.list(finalizers);
    }

    /** This with another {@code finalizers}. */
    public NamespaceSpec withFinalizers(List<String> finalizers) {
        return new NamespaceSpec(finalizers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof NamespaceSpec that && finalizers.equals(that.finalizers));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = finalizers.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
