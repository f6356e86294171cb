// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A pause. */
public record SleepAction(@Required @AlwaysWritten long seconds) {

    /** This with another {@code seconds}. */
    public SleepAction withSeconds(long seconds) {
        return new SleepAction(seconds);
    }
}
