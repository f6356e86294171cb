// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A file share of Azure. */
public record AzureFileVolumeSource(
        boolean readOnly,
        @Required @AlwaysWritten String secretName,
        @Required @AlwaysWritten String shareName) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public AzureFileVolumeSource {
        secretName = requireNonNullElse(secretName, "");
        shareName = requireNonNullElse(shareName, "");
    }

    /** This with another {@code readOnly}. */
    public AzureFileVolumeSource withReadOnly(boolean readOnly) {
        return new AzureFileVolumeSource(readOnly, secretName, shareName);
    }

    /** This with another {@code secretName}. */
    public AzureFileVolumeSource withSecretName(String secretName) {
        return new AzureFileVolumeSource(readOnly, secretName, shareName);
    }

    /** This with another {@code shareName}. */
    public AzureFileVolumeSource withShareName(String shareName) {
        return new AzureFileVolumeSource(readOnly, secretName, shareName);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AzureFileVolumeSource that
                        && readOnly == that.readOnly
                        && secretName.equals(that.secretName)
                        && shareName.equals(that.shareName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Boolean.hashCode(readOnly);
        hash = 31 * hash + secretName.hashCode();
        hash = 31 * hash + shareName.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
