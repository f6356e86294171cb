// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import io.coxswain.value.Ordered;
import java.util.List;

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
}
