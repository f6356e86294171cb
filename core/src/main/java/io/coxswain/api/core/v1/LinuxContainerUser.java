// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.List;

/** User and groups of a container's first process on Linux. */
public record LinuxContainerUser(
        @Required @AlwaysWritten long gid,
        List<Long> supplementalGroups,
        @Required @AlwaysWritten long uid) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public LinuxContainerUser {
        supplementalGroups = Ordered.list(supplementalGroups);
    }

    /** This with another {@code gid}. */
    public LinuxContainerUser withGid(long gid) {
        return new LinuxContainerUser(gid, supplementalGroups, uid);
    }

    /** This with another {@code supplementalGroups}. */
    public LinuxContainerUser withSupplementalGroups(List<Long> supplementalGroups) {
        return new LinuxContainerUser(gid, supplementalGroups, uid);
    }

    /** This with another {@code uid}. */
    public LinuxContainerUser withUid(long uid) {
        return new LinuxContainerUser(gid, supplementalGroups, uid);
    }
}
