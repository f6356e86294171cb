// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** A Secret whose entries all become environment variables. */
public record SecretEnvSource(String name, @Nullable Boolean optional) {
    /** Nothing is set. */
    public static final SecretEnvSource EMPTY = new SecretEnvSource("", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public SecretEnvSource {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public SecretEnvSource withName(String name) {
        return new SecretEnvSource(name, optional);
    }

    /** This with another {@code optional}. */
    public SecretEnvSource withOptional(@Nullable Boolean optional) {
        return new SecretEnvSource(name, optional);
    }
}
