// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** Where a container takes a whole set of environment variables from. */
public record EnvFromSource(
        @Nullable ConfigMapEnvSource configMapRef,
        String prefix,
        @Nullable SecretEnvSource secretRef) {
    /** Nothing is set. */
    public static final EnvFromSource EMPTY = new EnvFromSource(null, "", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EnvFromSource {
        prefix = requireNonNullElse(prefix, "");
    }

    /** This with another {@code configMapRef}. */
    public EnvFromSource withConfigMapRef(@Nullable ConfigMapEnvSource configMapRef) {
        return new EnvFromSource(configMapRef, prefix, secretRef);
    }

    /** This with another {@code prefix}. */
    public EnvFromSource withPrefix(String prefix) {
        return new EnvFromSource(configMapRef, prefix, secretRef);
    }

    /** This with another {@code secretRef}. */
    public EnvFromSource withSecretRef(@Nullable SecretEnvSource secretRef) {
        return new EnvFromSource(configMapRef, prefix, secretRef);
    }
}
