// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
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
}
