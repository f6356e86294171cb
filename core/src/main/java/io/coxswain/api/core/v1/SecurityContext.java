// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SecurityContext that
                        && Objects.equals(allowPrivilegeEscalation, that.allowPrivilegeEscalation)
                        && Objects.equals(appArmorProfile, that.appArmorProfile)
                        && Objects.equals(capabilities, that.capabilities)
                        && Objects.equals(privileged, that.privileged)
                        && Objects.equals(procMount, that.procMount)
                        && Objects.equals(readOnlyRootFilesystem, that.readOnlyRootFilesystem)
                        && Objects.equals(runAsGroup, that.runAsGroup)
                        && Objects.equals(runAsNonRoot, that.runAsNonRoot)
                        && Objects.equals(runAsUser, that.runAsUser)
                        && Objects.equals(seLinuxOptions, that.seLinuxOptions)
                        && Objects.equals(seccompProfile, that.seccompProfile)
                        && Objects.equals(windowsOptions, that.windowsOptions));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(allowPrivilegeEscalation);
        hash = 31 * hash + Objects.hashCode(appArmorProfile);
        hash = 31 * hash + Objects.hashCode(capabilities);
        hash = 31 * hash + Objects.hashCode(privileged);
        hash = 31 * hash + Objects.hashCode(procMount);
        hash = 31 * hash + Objects.hashCode(readOnlyRootFilesystem);
        hash = 31 * hash + Objects.hashCode(runAsGroup);
        hash = 31 * hash + Objects.hashCode(runAsNonRoot);
        hash = 31 * hash + Objects.hashCode(runAsUser);
        hash = 31 * hash + Objects.hashCode(seLinuxOptions);
        hash = 31 * hash + Objects.hashCode(seccompProfile);
        hash = 31 * hash + Objects.hashCode(windowsOptions);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
