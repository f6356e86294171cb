// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a Service keeps a client with one pod. */
public record SessionAffinityConfig(@Nullable ClientIPConfig clientIP) {
    /** Nothing is set. */
    public static final SessionAffinityConfig EMPTY = new SessionAffinityConfig(null);

    /** This with another {@code clientIP}. */
    public SessionAffinityConfig withClientIP(@Nullable ClientIPConfig clientIP) {
        return new SessionAffinityConfig(clientIP);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SessionAffinityConfig that && Objects.equals(clientIP, that.clientIP));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(clientIP);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
