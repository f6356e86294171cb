// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;

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
}
