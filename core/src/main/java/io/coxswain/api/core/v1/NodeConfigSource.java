// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a node's agent once took its configuration from; kept for the wire only. */
public record NodeConfigSource(@Nullable ConfigMapNodeConfigSource configMap) {
    /** Nothing is set. */
    public static final NodeConfigSource EMPTY = new NodeConfigSource(null);

    /** This with another {@code configMap}. */
    public NodeConfigSource withConfigMap(@Nullable ConfigMapNodeConfigSource configMap) {
        return new NodeConfigSource(configMap);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof NodeConfigSource that && Objects.equals(configMap, that.configMap));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(configMap);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
