package io.coxswain.cluster;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.admission.AdmissionRequest;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.balancing.Balancers;
import io.coxswain.client.AsyncClient;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.error.ForbiddenException;
import io.coxswain.informer.Informers;
import io.coxswain.resource.Reader;
import io.coxswain.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Services without {@code coxswain-network}: nobody listens on their ports, so only those may be that have no address. Balancers serve them all the same. */
final class HeadlessServices implements Services, AdmissionPlugin {
    private static final String NONE = "None";
    private static final String IPV4 = "IPv4";

    @Override
    public AdmissionPlugin admission() {
        return this;
    }

    @Override
    public String name() {
        return "HeadlessServices";
    }

    @Override
    public <R extends Resource<R>> R mutate(AdmissionRequest<R> request) {
        boolean writesSpec =
                request.verb() == AdmissionRequest.Verb.CREATE || request.verb() == AdmissionRequest.Verb.UPDATE;
        return writesSpec && request.object() instanceof Service service
                ? request.kind().type().cast(admitted(service))
                : request.object();
    }

    private static Service admitted(Service service) {
        ServiceSpec spec = service.spec();
        if (spec.type().equals("ExternalName")) {
            return service;
        }
        if (!spec.clusterIP().equals(NONE)) {
            throw new ForbiddenException("Service " + service.key() + ": spec.ports: to listen on them "
                    + Artifact.NETWORK.need() + "; or set spec.clusterIP to None and pick endpoints by a balancer");
        }
        return service.withSpec(spec.with(builder -> builder.clusterIPs(List.of(NONE))
                .ipFamilyPolicy(spec.ipFamilyPolicy() == null ? "SingleStack" : spec.ipFamilyPolicy())
                .ipFamilies(spec.ipFamilies().isEmpty() ? List.of(IPV4) : spec.ipFamilies())));
    }

    @Override
    public Service moved(Service service, Reader reader) {
        return service;
    }

    @Override
    public void start(AsyncClient client, Informers informers, Balancers balancers) {}

    @Override
    public Map<Endpoint, Long> requests() {
        return Map.of();
    }

    @Override
    public CompletionStage<Void> stop() {
        return CompletableFuture.completedStage(null);
    }
}
