package io.coxswain.network;

import io.coxswain.resource.ResourceKey;

/**
 * A port of a Service as it should be served.
 *
 * @param service the Service
 * @param address where to listen
 * @param port on which port, as the spec says
 * @param name the port's name, by which the endpoints' port is found; may be empty
 */
record ServicePortRef(ResourceKey service, String address, int port, String name) {}
