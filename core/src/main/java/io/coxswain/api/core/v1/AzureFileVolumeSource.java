// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
