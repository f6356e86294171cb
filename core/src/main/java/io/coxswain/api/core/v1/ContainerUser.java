// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** The user as which a container was started. */
public record ContainerUser(@Nullable LinuxContainerUser linux) {
    /** Nothing is set. */
    public static final ContainerUser EMPTY = new ContainerUser(null);

    /** This with another {@code linux}. */
    public ContainerUser withLinux(@Nullable LinuxContainerUser linux) {
        return new ContainerUser(linux);
    }
}
