package io.coxswain.network;

import io.coxswain.endpoint.Endpoint;
import io.coxswain.resource.ResourceKey;

/**
 * What a proxy has forwarded to an endpoint of a Service since it started.
 *
 * @param service the Service
 * @param port the number of the Service's port
 * @param endpoint where the connections went
 * @param connections how many were made
 * @param failedConnects how often a connection couldn't be made, so that another endpoint was tried
 * @param cut how many were still open when the time to drain had passed
 */
public record EndpointTraffic(
        ResourceKey service, int port, Endpoint endpoint, long connections, long failedConnects, long cut) {}
