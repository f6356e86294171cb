// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A block device of Rados. */
@RecordBuilder
public record RBDVolumeSource(
        String fsType,
        @Required @AlwaysWritten String image,
        String keyring,
        @Required List<String> monitors,
        String pool,
        boolean readOnly,
        @Nullable LocalObjectReference secretRef,
        String user)
        implements RBDVolumeSourceBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public RBDVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        image = requireNonNullElse(image, "");
        keyring = requireNonNullElse(keyring, "");
        monitors = Ordered.list(monitors);
        pool = requireNonNullElse(pool, "");
        user = requireNonNullElse(user, "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RBDVolumeSource that
                        && readOnly == that.readOnly
                        && fsType.equals(that.fsType)
                        && image.equals(that.image)
                        && keyring.equals(that.keyring)
                        && monitors.equals(that.monitors)
                        && pool.equals(that.pool)
                        && Objects.equals(secretRef, that.secretRef)
                        && user.equals(that.user));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + image.hashCode();
        hash = 31 * hash + keyring.hashCode();
        hash = 31 * hash + monitors.hashCode();
        hash = 31 * hash + pool.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(secretRef);
        hash = 31 * hash + user.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
