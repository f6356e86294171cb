// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** The port of a daemon on a node. */
public record DaemonEndpoint(@Required @AlwaysWritten int Port) {
    /** Nothing is set. */
    public static final DaemonEndpoint EMPTY = new DaemonEndpoint(0);

    /** This with another {@code Port}. */
    public DaemonEndpoint withPort(int Port) {
        return new DaemonEndpoint(Port);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DaemonEndpoint that && Port == that.Port);
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Integer.hashCode(Port);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
