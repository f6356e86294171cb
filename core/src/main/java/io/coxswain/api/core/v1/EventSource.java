// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** The component that reported an event. */
public record EventSource(String component, String host) {
    /** Nothing is set. */
    public static final EventSource EMPTY = new EventSource("", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EventSource {
        component = requireNonNullElse(component, "");
        host = requireNonNullElse(host, "");
    }

    /** This with another {@code component}. */
    public EventSource withComponent(String component) {
        return new EventSource(component, host);
    }

    /** This with another {@code host}. */
    public EventSource withHost(String host) {
        return new EventSource(component, host);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EventSource that && component.equals(that.component) && host.equals(that.host));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = component.hashCode();
        hash = 31 * hash + host.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
