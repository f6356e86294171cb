// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** As whom a pod's containers run, unless they say otherwise. */
@RecordBuilder
public record PodSecurityContext(
        @Nullable AppArmorProfile appArmorProfile,
        @Nullable Long fsGroup,
        @EmptyIsValue @Nullable String fsGroupChangePolicy,
        @Nullable Long runAsGroup,
        @Nullable Boolean runAsNonRoot,
        @Nullable Long runAsUser,
        @EmptyIsValue @Nullable String seLinuxChangePolicy,
        @Nullable SELinuxOptions seLinuxOptions,
        @Nullable SeccompProfile seccompProfile,
        List<Long> supplementalGroups,
        @EmptyIsValue @Nullable String supplementalGroupsPolicy,
        List<Sysctl> sysctls,
        @Nullable WindowsSecurityContextOptions windowsOptions)
        implements PodSecurityContextBuilder.With {
    /** Nothing is set. */
    public static final PodSecurityContext EMPTY = new PodSecurityContext(
            null, null, null, null, null, null, null, null, null, List.of(), null, List.of(), null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodSecurityContext {
        supplementalGroups = Ordered.list(supplementalGroups);
        sysctls = Ordered.list(sysctls);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodSecurityContext that
                        && Objects.equals(appArmorProfile, that.appArmorProfile)
                        && Objects.equals(fsGroup, that.fsGroup)
                        && Objects.equals(fsGroupChangePolicy, that.fsGroupChangePolicy)
                        && Objects.equals(runAsGroup, that.runAsGroup)
                        && Objects.equals(runAsNonRoot, that.runAsNonRoot)
                        && Objects.equals(runAsUser, that.runAsUser)
                        && Objects.equals(seLinuxChangePolicy, that.seLinuxChangePolicy)
                        && Objects.equals(seLinuxOptions, that.seLinuxOptions)
                        && Objects.equals(seccompProfile, that.seccompProfile)
                        && supplementalGroups.equals(that.supplementalGroups)
                        && Objects.equals(supplementalGroupsPolicy, that.supplementalGroupsPolicy)
                        && sysctls.equals(that.sysctls)
                        && Objects.equals(windowsOptions, that.windowsOptions));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(appArmorProfile);
        hash = 31 * hash + Objects.hashCode(fsGroup);
        hash = 31 * hash + Objects.hashCode(fsGroupChangePolicy);
        hash = 31 * hash + Objects.hashCode(runAsGroup);
        hash = 31 * hash + Objects.hashCode(runAsNonRoot);
        hash = 31 * hash + Objects.hashCode(runAsUser);
        hash = 31 * hash + Objects.hashCode(seLinuxChangePolicy);
        hash = 31 * hash + Objects.hashCode(seLinuxOptions);
        hash = 31 * hash + Objects.hashCode(seccompProfile);
        hash = 31 * hash + supplementalGroups.hashCode();
        hash = 31 * hash + Objects.hashCode(supplementalGroupsPolicy);
        hash = 31 * hash + sysctls.hashCode();
        hash = 31 * hash + Objects.hashCode(windowsOptions);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
