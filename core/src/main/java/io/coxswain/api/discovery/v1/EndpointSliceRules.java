package io.coxswain.api.discovery.v1;

import io.coxswain.resource.Kind;

/** What Coxswain knows of the kind {@link EndpointSlice} besides its fields. */
final class EndpointSliceRules {
    private EndpointSliceRules() {}

    static Kind<EndpointSlice> kind() {
        return Kind.builder("discovery.k8s.io/v1", "EndpointSlice", EndpointSlice.class)
                .defaults(slice -> slice.withPorts(slice.ports().stream()
                        .map(EndpointSliceRules::defaulted)
                        .toList()))
                .validation(EndpointSliceValidation::validate)
                .build();
    }

    private static EndpointPort defaulted(EndpointPort port) {
        EndpointPort named = port.name() == null ? port.withName("") : port;
        return named.protocol() == null ? named.withProtocol("TCP") : named;
    }
}
