// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** How long a client's address sticks to one pod. */
public record ClientIPConfig(@Nullable Integer timeoutSeconds) {
    /** Nothing is set. */
    public static final ClientIPConfig EMPTY = new ClientIPConfig(null);

    /** This with another {@code timeoutSeconds}. */
    public ClientIPConfig withTimeoutSeconds(@Nullable Integer timeoutSeconds) {
        return new ClientIPConfig(timeoutSeconds);
    }
}
