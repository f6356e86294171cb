// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** Where a node's agent once took its configuration from; kept for the wire only. */
public record NodeConfigSource(@Nullable ConfigMapNodeConfigSource configMap) {
    /** Nothing is set. */
    public static final NodeConfigSource EMPTY = new NodeConfigSource(null);

    /** This with another {@code configMap}. */
    public NodeConfigSource withConfigMap(@Nullable ConfigMapNodeConfigSource configMap) {
        return new NodeConfigSource(configMap);
    }
}
