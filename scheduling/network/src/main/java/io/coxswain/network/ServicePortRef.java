package io.coxswain.network;

import io.coxswain.resource.ResourceKey;

/**
 * A port of a Service as it should be served.
 *
 * @param service the Service
 * @param use what the port is for
 * @param address where to listen
 * @param port on which port, as the spec says
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 * @param name the port's name, by which the endpoints' port is found; may be empty
 */
record ServicePortRef(ResourceKey service, Use use, String address, int port, String protocol, String name) {

    /** What a port is for. */
    enum Use {
        /** The Service's own port at its own address. */
        CLUSTER,
        /** Its node port, at the machine's address. */
        NODE
    }

    boolean isUdp() {
        return protocol.equals("UDP");
    }

    boolean isServable() {
        return isUdp() || protocol.equals("TCP");
    }
}
