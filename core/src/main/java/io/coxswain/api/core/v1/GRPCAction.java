// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof GRPCAction that && port == that.port && Objects.equals(service, that.service));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Integer.hashCode(port);
        hash = 31 * hash + Objects.hashCode(service);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
