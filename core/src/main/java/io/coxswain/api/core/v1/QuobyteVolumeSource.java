// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A mount of Quobyte. */
public record QuobyteVolumeSource(
        String group,
        boolean readOnly,
        @Required @AlwaysWritten String registry,
        String tenant,
        String user,
        @Required @AlwaysWritten String volume) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public QuobyteVolumeSource {
        group = requireNonNullElse(group, "");
        registry = requireNonNullElse(registry, "");
        tenant = requireNonNullElse(tenant, "");
        user = requireNonNullElse(user, "");
        volume = requireNonNullElse(volume, "");
    }

    /** This with another {@code group}. */
    public QuobyteVolumeSource withGroup(String group) {
        return new QuobyteVolumeSource(group, readOnly, registry, tenant, user, volume);
    }

    /** This with another {@code readOnly}. */
    public QuobyteVolumeSource withReadOnly(boolean readOnly) {
        return new QuobyteVolumeSource(group, readOnly, registry, tenant, user, volume);
    }

    /** This with another {@code registry}. */
    public QuobyteVolumeSource withRegistry(String registry) {
        return new QuobyteVolumeSource(group, readOnly, registry, tenant, user, volume);
    }

    /** This with another {@code tenant}. */
    public QuobyteVolumeSource withTenant(String tenant) {
        return new QuobyteVolumeSource(group, readOnly, registry, tenant, user, volume);
    }

    /** This with another {@code user}. */
    public QuobyteVolumeSource withUser(String user) {
        return new QuobyteVolumeSource(group, readOnly, registry, tenant, user, volume);
    }

    /** This with another {@code volume}. */
    public QuobyteVolumeSource withVolume(String volume) {
        return new QuobyteVolumeSource(group, readOnly, registry, tenant, user, volume);
    }
}
