// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image that is present on a node. */
public record ContainerImage(List<String> names, long sizeBytes) {
    /** Nothing is set. */
    public static final ContainerImage EMPTY = new ContainerImage(List.of(), 0L);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ContainerImage {
        names = Ordered.list(names);
    }

    /** This with another {@code names}. */
    public ContainerImage withNames(List<String> names) {
        return new ContainerImage(names, sizeBytes);
    }

    /** This with another {@code sizeBytes}. */
    public ContainerImage withSizeBytes(long sizeBytes) {
        return new ContainerImage(names, sizeBytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerImage that && sizeBytes == that.sizeBytes && names.equals(that.names));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = names.hashCode();
        hash = 31 * hash + Long.hashCode(sizeBytes);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
