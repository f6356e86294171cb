// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** What a runtime handler can do. */
public record NodeRuntimeHandlerFeatures(
        @Nullable Boolean recursiveReadOnlyMounts, @Nullable Boolean userNamespaces) {
    /** Nothing is set. */
    public static final NodeRuntimeHandlerFeatures EMPTY = new NodeRuntimeHandlerFeatures(null, null);

    /** This with another {@code recursiveReadOnlyMounts}. */
    public NodeRuntimeHandlerFeatures withRecursiveReadOnlyMounts(@Nullable Boolean recursiveReadOnlyMounts) {
        return new NodeRuntimeHandlerFeatures(recursiveReadOnlyMounts, userNamespaces);
    }

    /** This with another {@code userNamespaces}. */
    public NodeRuntimeHandlerFeatures withUserNamespaces(@Nullable Boolean userNamespaces) {
        return new NodeRuntimeHandlerFeatures(recursiveReadOnlyMounts, userNamespaces);
    }
}
