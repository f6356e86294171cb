// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** One address of a node, and of which kind it is. */
public record NodeAddress(
        @Required @AlwaysWritten String type,
        @Required @AlwaysWritten String address) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeAddress {
        type = requireNonNullElse(type, "");
        address = requireNonNullElse(address, "");
    }

    /** This with another {@code type}. */
    public NodeAddress withType(String type) {
        return new NodeAddress(type, address);
    }

    /** This with another {@code address}. */
    public NodeAddress withAddress(String address) {
        return new NodeAddress(type, address);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeAddress that && type.equals(that.type) && address.equals(that.address));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + address.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
