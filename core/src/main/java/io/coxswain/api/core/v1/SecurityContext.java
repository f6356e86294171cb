// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.EmptyIsValue;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/** As whom and with which rights a container runs. */
@RecordBuilder
public record SecurityContext(
        @Nullable Boolean allowPrivilegeEscalation,
        @Nullable AppArmorProfile appArmorProfile,
        @Nullable Capabilities capabilities,
        @Nullable Boolean privileged,
        @EmptyIsValue @Nullable String procMount,
        @Nullable Boolean readOnlyRootFilesystem,
        @Nullable Long runAsGroup,
        @Nullable Boolean runAsNonRoot,
        @Nullable Long runAsUser,
        @Nullable SELinuxOptions seLinuxOptions,
        @Nullable SeccompProfile seccompProfile,
        @Nullable WindowsSecurityContextOptions windowsOptions)
        implements SecurityContextBuilder.With {
    /** Nothing is set. */
    public static final SecurityContext EMPTY =
            new SecurityContext(null, null, null, null, null, null, null, null, null, null, null, null);
}
