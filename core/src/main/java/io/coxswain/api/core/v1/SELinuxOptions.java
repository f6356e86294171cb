// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** Labels of SELinux for a container. */
public record SELinuxOptions(String type, String level, String role, String user) {
    /** Nothing is set. */
    public static final SELinuxOptions EMPTY = new SELinuxOptions("", "", "", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public SELinuxOptions {
        type = requireNonNullElse(type, "");
        level = requireNonNullElse(level, "");
        role = requireNonNullElse(role, "");
        user = requireNonNullElse(user, "");
    }

    /** This with another {@code type}. */
    public SELinuxOptions withType(String type) {
        return new SELinuxOptions(type, level, role, user);
    }

    /** This with another {@code level}. */
    public SELinuxOptions withLevel(String level) {
        return new SELinuxOptions(type, level, role, user);
    }

    /** This with another {@code role}. */
    public SELinuxOptions withRole(String role) {
        return new SELinuxOptions(type, level, role, user);
    }

    /** This with another {@code user}. */
    public SELinuxOptions withUser(String user) {
        return new SELinuxOptions(type, level, role, user);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SELinuxOptions that
                        && type.equals(that.type)
                        && level.equals(that.level)
                        && role.equals(that.role)
                        && user.equals(that.user));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + level.hashCode();
        hash = 31 * hash + role.hashCode();
        hash = 31 * hash + user.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
