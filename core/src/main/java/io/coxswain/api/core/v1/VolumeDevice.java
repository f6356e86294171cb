// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A raw block device inside a container. */
public record VolumeDevice(
        @Required @AlwaysWritten String name,
        @Required @AlwaysWritten String devicePath) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public VolumeDevice {
        name = requireNonNullElse(name, "");
        devicePath = requireNonNullElse(devicePath, "");
    }

    /** This with another {@code name}. */
    public VolumeDevice withName(String name) {
        return new VolumeDevice(name, devicePath);
    }

    /** This with another {@code devicePath}. */
    public VolumeDevice withDevicePath(String devicePath) {
        return new VolumeDevice(name, devicePath);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof VolumeDevice that && name.equals(that.name) && devicePath.equals(that.devicePath));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + devicePath.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
