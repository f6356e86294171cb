// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

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
}
