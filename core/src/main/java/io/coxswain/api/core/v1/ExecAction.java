// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;

/** A command that is run inside a container. */
public record ExecAction(List<String> command) {
    /** Nothing is set. */
    public static final ExecAction EMPTY = new ExecAction(List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ExecAction {
        command = Ordered.list(command);
    }

    /** This with another {@code command}. */
    public ExecAction withCommand(List<String> command) {
        return new ExecAction(command);
    }
}
