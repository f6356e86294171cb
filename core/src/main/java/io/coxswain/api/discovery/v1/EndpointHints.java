// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which zones should use an endpoint. */
public record EndpointHints(List<ForZone> forZones) {
    /** Nothing is set. */
    public static final EndpointHints EMPTY = new EndpointHints(List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EndpointHints {
        forZones = Ordered.list(forZones);
    }

    /** This with another {@code forZones}. */
    public EndpointHints withForZones(List<ForZone> forZones) {
        return new EndpointHints(forZones);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof EndpointHints that && forZones.equals(that.forZones));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = forZones.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
