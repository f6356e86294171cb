// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof QuobyteVolumeSource that
                        && readOnly == that.readOnly
                        && group.equals(that.group)
                        && registry.equals(that.registry)
                        && tenant.equals(that.tenant)
                        && user.equals(that.user)
                        && volume.equals(that.volume));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = group.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + registry.hashCode();
        hash = 31 * hash + tenant.hashCode();
        hash = 31 * hash + user.hashCode();
        hash = 31 * hash + volume.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
