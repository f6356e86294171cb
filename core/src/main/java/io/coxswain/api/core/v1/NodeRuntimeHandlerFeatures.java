// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeRuntimeHandlerFeatures that
                        && Objects.equals(recursiveReadOnlyMounts, that.recursiveReadOnlyMounts)
                        && Objects.equals(userNamespaces, that.userNamespaces));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(recursiveReadOnlyMounts);
        hash = 31 * hash + Objects.hashCode(userNamespaces);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
