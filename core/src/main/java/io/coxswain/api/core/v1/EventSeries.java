// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Micros;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How often an event has been repeated, and when last. */
public record EventSeries(
        int count, @AlwaysWritten @Micros @Nullable Instant lastObservedTime) {
    /** Nothing is set. */
    public static final EventSeries EMPTY = new EventSeries(0, null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EventSeries {
        lastObservedTime = Times.micros(lastObservedTime);
    }

    /** This with another {@code count}. */
    public EventSeries withCount(int count) {
        return new EventSeries(count, lastObservedTime);
    }

    /** This with another {@code lastObservedTime}. */
    public EventSeries withLastObservedTime(@Nullable Instant lastObservedTime) {
        return new EventSeries(count, lastObservedTime);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EventSeries that
                        && count == that.count
                        && Objects.equals(lastObservedTime, that.lastObservedTime));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Integer.hashCode(count);
        hash = 31 * hash + Objects.hashCode(lastObservedTime);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
