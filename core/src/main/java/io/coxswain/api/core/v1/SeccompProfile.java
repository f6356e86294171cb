// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
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
}
