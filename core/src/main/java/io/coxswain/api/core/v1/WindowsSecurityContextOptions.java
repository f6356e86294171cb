// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** As whom a container runs on Windows. */
public record WindowsSecurityContextOptions(
        @EmptyIsValue @Nullable String gmsaCredentialSpec,
        @EmptyIsValue @Nullable String gmsaCredentialSpecName,
        @Nullable Boolean hostProcess,
        @EmptyIsValue @Nullable String runAsUserName) {
    /** Nothing is set. */
    public static final WindowsSecurityContextOptions EMPTY = new WindowsSecurityContextOptions(null, null, null, null);

    /** This with another {@code gmsaCredentialSpec}. */
    public WindowsSecurityContextOptions withGmsaCredentialSpec(@Nullable String gmsaCredentialSpec) {
        return new WindowsSecurityContextOptions(
                gmsaCredentialSpec, gmsaCredentialSpecName, hostProcess, runAsUserName);
    }

    /** This with another {@code gmsaCredentialSpecName}. */
    public WindowsSecurityContextOptions withGmsaCredentialSpecName(@Nullable String gmsaCredentialSpecName) {
        return new WindowsSecurityContextOptions(
                gmsaCredentialSpec, gmsaCredentialSpecName, hostProcess, runAsUserName);
    }

    /** This with another {@code hostProcess}. */
    public WindowsSecurityContextOptions withHostProcess(@Nullable Boolean hostProcess) {
        return new WindowsSecurityContextOptions(
                gmsaCredentialSpec, gmsaCredentialSpecName, hostProcess, runAsUserName);
    }

    /** This with another {@code runAsUserName}. */
    public WindowsSecurityContextOptions withRunAsUserName(@Nullable String runAsUserName) {
        return new WindowsSecurityContextOptions(
                gmsaCredentialSpec, gmsaCredentialSpecName, hostProcess, runAsUserName);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof WindowsSecurityContextOptions that
                        && Objects.equals(gmsaCredentialSpec, that.gmsaCredentialSpec)
                        && Objects.equals(gmsaCredentialSpecName, that.gmsaCredentialSpecName)
                        && Objects.equals(hostProcess, that.hostProcess)
                        && Objects.equals(runAsUserName, that.runAsUserName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(gmsaCredentialSpec);
        hash = 31 * hash + Objects.hashCode(gmsaCredentialSpecName);
        hash = 31 * hash + Objects.hashCode(hostProcess);
        hash = 31 * hash + Objects.hashCode(runAsUserName);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
