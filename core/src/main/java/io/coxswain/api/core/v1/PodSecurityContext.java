// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
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
}
