// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
