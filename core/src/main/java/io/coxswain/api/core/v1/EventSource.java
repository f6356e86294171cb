// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

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
}
