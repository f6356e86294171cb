// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NFSVolumeSource that
                        && readOnly == that.readOnly
                        && path.equals(that.path)
                        && server.equals(that.server));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = path.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + server.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
