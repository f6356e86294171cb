// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps pods off a node unless they tolerate it. */
public record Taint(
        @Required @AlwaysWritten String key,
        @Required @AlwaysWritten String effect,
        @Nullable Instant timeAdded,
        String value) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Taint {
        key = requireNonNullElse(key, "");
        effect = requireNonNullElse(effect, "");
        timeAdded = Times.seconds(timeAdded);
        value = requireNonNullElse(value, "");
    }

    /** This with another {@code key}. */
    public Taint withKey(String key) {
        return new Taint(key, effect, timeAdded, value);
    }

    /** This with another {@code effect}. */
    public Taint withEffect(String effect) {
        return new Taint(key, effect, timeAdded, value);
    }

    /** This with another {@code timeAdded}. */
    public Taint withTimeAdded(@Nullable Instant timeAdded) {
        return new Taint(key, effect, timeAdded, value);
    }

    /** This with another {@code value}. */
    public Taint withValue(String value) {
        return new Taint(key, effect, timeAdded, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Taint that
                        && key.equals(that.key)
                        && effect.equals(that.effect)
                        && Objects.equals(timeAdded, that.timeAdded)
                        && value.equals(that.value));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = key.hashCode();
        hash = 31 * hash + effect.hashCode();
        hash = 31 * hash + Objects.hashCode(timeAdded);
        hash = 31 * hash + value.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
