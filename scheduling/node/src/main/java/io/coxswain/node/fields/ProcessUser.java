package io.coxswain.node.fields;

import com.sun.security.auth.module.UnixSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * The user as which this JVM runs, and so do all workers.
 *
 * @param uid its number, or {@link #UNKNOWN} where users have none
 * @param gid the number of its group, or {@link #UNKNOWN}
 * @param groups all its groups
 */
public record ProcessUser(long uid, long gid, List<Long> groups) {
    /** The number of users and groups on systems without numbers. */
    public static final long UNKNOWN = -1;

    /** Keeps a copy of the groups. */
    public ProcessUser {
        groups = List.copyOf(groups);
    }

    /** The one of this JVM. */
    public static ProcessUser own() {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return new ProcessUser(UNKNOWN, UNKNOWN, List.of());
        }
        UnixSystem system = new UnixSystem();
        List<Long> groups = new ArrayList<>();
        for (long group : system.getGroups()) {
            groups.add(group);
        }
        return new ProcessUser(system.getUid(), system.getGid(), groups);
    }

    /** Whether it may do anything. */
    public boolean isRoot() {
        return uid == 0;
    }
}
