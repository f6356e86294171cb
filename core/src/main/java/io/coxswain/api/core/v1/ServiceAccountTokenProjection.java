// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A token of a service account as a file of a projected volume. */
public record ServiceAccountTokenProjection(
        String audience,
        @Nullable Long expirationSeconds,
        @Required @AlwaysWritten String path) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ServiceAccountTokenProjection {
        audience = requireNonNullElse(audience, "");
        path = requireNonNullElse(path, "");
    }

    /** This with another {@code audience}. */
    public ServiceAccountTokenProjection withAudience(String audience) {
        return new ServiceAccountTokenProjection(audience, expirationSeconds, path);
    }

    /** This with another {@code expirationSeconds}. */
    public ServiceAccountTokenProjection withExpirationSeconds(@Nullable Long expirationSeconds) {
        return new ServiceAccountTokenProjection(audience, expirationSeconds, path);
    }

    /** This with another {@code path}. */
    public ServiceAccountTokenProjection withPath(String path) {
        return new ServiceAccountTokenProjection(audience, expirationSeconds, path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ServiceAccountTokenProjection that
                        && audience.equals(that.audience)
                        && Objects.equals(expirationSeconds, that.expirationSeconds)
                        && path.equals(that.path));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = audience.hashCode();
        hash = 31 * hash + Objects.hashCode(expirationSeconds);
        hash = 31 * hash + path.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
