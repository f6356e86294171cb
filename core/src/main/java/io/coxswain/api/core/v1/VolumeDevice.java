// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
