// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The user as which a container was started. */
public record ContainerUser(@Nullable LinuxContainerUser linux) {
    /** Nothing is set. */
    public static final ContainerUser EMPTY = new ContainerUser(null);

    /** This with another {@code linux}. */
    public ContainerUser withLinux(@Nullable LinuxContainerUser linux) {
        return new ContainerUser(linux);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ContainerUser that && Objects.equals(linux, that.linux));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(linux);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
