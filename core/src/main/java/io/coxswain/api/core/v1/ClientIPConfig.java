// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long a client's address sticks to one pod. */
public record ClientIPConfig(@Nullable Integer timeoutSeconds) {
    /** Nothing is set. */
    public static final ClientIPConfig EMPTY = new ClientIPConfig(null);

    /** This with another {@code timeoutSeconds}. */
    public ClientIPConfig withTimeoutSeconds(@Nullable Integer timeoutSeconds) {
        return new ClientIPConfig(timeoutSeconds);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ClientIPConfig that && Objects.equals(timeoutSeconds, that.timeoutSeconds));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(timeoutSeconds);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
