// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** How a Service keeps a client with one pod. */
public record SessionAffinityConfig(@Nullable ClientIPConfig clientIP) {
    /** Nothing is set. */
    public static final SessionAffinityConfig EMPTY = new SessionAffinityConfig(null);

    /** This with another {@code clientIP}. */
    public SessionAffinityConfig withClientIP(@Nullable ClientIPConfig clientIP) {
        return new SessionAffinityConfig(clientIP);
    }
}
