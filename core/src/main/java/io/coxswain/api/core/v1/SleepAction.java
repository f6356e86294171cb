// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A pause. */
public record SleepAction(@Required @AlwaysWritten long seconds) {

    /** This with another {@code seconds}. */
    public SleepAction withSeconds(long seconds) {
        return new SleepAction(seconds);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SleepAction that && seconds == that.seconds);
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Long.hashCode(seconds);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
