// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The system calls that a container may make. */
public record SeccompProfile(
        @Required @AlwaysWritten String type,
        @EmptyIsValue @Nullable String localhostProfile) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public SeccompProfile {
        type = requireNonNullElse(type, "");
    }

    /** This with another {@code type}. */
    public SeccompProfile withType(String type) {
        return new SeccompProfile(type, localhostProfile);
    }

    /** This with another {@code localhostProfile}. */
    public SeccompProfile withLocalhostProfile(@Nullable String localhostProfile) {
        return new SeccompProfile(type, localhostProfile);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SeccompProfile that
                        && type.equals(that.type)
                        && Objects.equals(localhostProfile, that.localhostProfile));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + Objects.hashCode(localhostProfile);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
