// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** The port of a daemon on a node. */
public record DaemonEndpoint(@Required @AlwaysWritten int Port) {
    /** Nothing is set. */
    public static final DaemonEndpoint EMPTY = new DaemonEndpoint(0);

    /** This with another {@code Port}. */
    public DaemonEndpoint withPort(int Port) {
        return new DaemonEndpoint(Port);
    }
}
