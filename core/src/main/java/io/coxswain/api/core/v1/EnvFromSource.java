// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EnvFromSource that
                        && Objects.equals(configMapRef, that.configMapRef)
                        && prefix.equals(that.prefix)
                        && Objects.equals(secretRef, that.secretRef));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(configMapRef);
        hash = 31 * hash + prefix.hashCode();
        hash = 31 * hash + Objects.hashCode(secretRef);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
