// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LinuxContainerUser that
                        && uid == that.uid
                        && gid == that.gid
                        && supplementalGroups.equals(that.supplementalGroups));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Long.hashCode(gid);
        hash = 31 * hash + supplementalGroups.hashCode();
        hash = 31 * hash + Long.hashCode(uid);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
