// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A mount of NFS. */
public record NFSVolumeSource(
        @Required @AlwaysWritten String path,
        boolean readOnly,
        @Required @AlwaysWritten String server) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NFSVolumeSource {
        path = requireNonNullElse(path, "");
        server = requireNonNullElse(server, "");
    }

    /** This with another {@code path}. */
    public NFSVolumeSource withPath(String path) {
        return new NFSVolumeSource(path, readOnly, server);
    }

    /** This with another {@code readOnly}. */
    public NFSVolumeSource withReadOnly(boolean readOnly) {
        return new NFSVolumeSource(path, readOnly, server);
    }

    /** This with another {@code server}. */
    public NFSVolumeSource withServer(String server) {
        return new NFSVolumeSource(path, readOnly, server);
    }
}
