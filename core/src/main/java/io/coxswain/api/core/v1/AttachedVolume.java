// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A volume that is attached to a node. */
public record AttachedVolume(
        @Required @AlwaysWritten String name,
        @Required @AlwaysWritten String devicePath) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public AttachedVolume {
        name = requireNonNullElse(name, "");
        devicePath = requireNonNullElse(devicePath, "");
    }

    /** This with another {@code name}. */
    public AttachedVolume withName(String name) {
        return new AttachedVolume(name, devicePath);
    }

    /** This with another {@code devicePath}. */
    public AttachedVolume withDevicePath(String devicePath) {
        return new AttachedVolume(name, devicePath);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AttachedVolume that
                        && name.equals(that.name)
                        && devicePath.equals(that.devicePath));
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
