// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ExecAction that && command.equals(that.command));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = command.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
