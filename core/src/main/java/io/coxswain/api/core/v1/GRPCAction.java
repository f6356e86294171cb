// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import org.jspecify.annotations.Nullable;

/** A call of the gRPC health service. */
public record GRPCAction(
        @Required @AlwaysWritten int port,
        @EmptyIsValue @Nullable String service) {

    /** This with another {@code port}. */
    public GRPCAction withPort(int port) {
        return new GRPCAction(port, service);
    }

    /** This with another {@code service}. */
    public GRPCAction withService(@Nullable String service) {
        return new GRPCAction(port, service);
    }
}
