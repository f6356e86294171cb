package io.coxswain.balancing;

import io.coxswain.resource.ResourceKey;

/** A Service has no endpoint that may be picked. */
public final class NoEndpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ResourceKey service;
    private final String reason;

    NoEndpointException(ResourceKey service, String reason) {
        super("Service " + service + " has no endpoint: " + reason);
        this.service = service;
        this.reason = reason;
    }

    /** The Service. */
    public ResourceKey service() {
        return service;
    }

    /** Such as {@code 3 pods, none ready: site-1 and site-2 not ready, site-3 terminating}. */
    public String reason() {
        return reason;
    }
}
