package io.coxswain.cluster;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.api.core.v1.Service;
import io.coxswain.balancing.Balancers;
import io.coxswain.client.AsyncClient;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informers;
import io.coxswain.network.EndpointTraffic;
import io.coxswain.network.ProxyOptions;
import io.coxswain.network.ServiceAddresses;
import io.coxswain.network.ServiceProxy;
import io.coxswain.resource.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Services as {@code coxswain-network} serves them. The only class here that names that artifact's. */
final class NetworkServices implements Services {
    private final ServiceAddresses addresses;
    private final Environment environment;
    private @Nullable ServiceProxy proxy;

    NetworkServices(AddressBlock block, Environment environment) {
        addresses = new ServiceAddresses(block, environment);
        this.environment = environment;
    }

    @Override
    public AdmissionPlugin admission() {
        return addresses;
    }

    @Override
    public Service moved(Service service, Reader reader) {
        return addresses.moved(service, reader);
    }

    @Override
    public void start(AsyncClient client, Informers informers, Balancers balancers) {
        proxy = ServiceProxy.start(client, informers, balancers, environment, ProxyOptions.DEFAULT);
    }

    @Override
    public Map<Endpoint, Long> requests() {
        Map<Endpoint, Long> requests = new LinkedHashMap<>();
        if (proxy != null) {
            for (EndpointTraffic traffic : proxy.traffic()) {
                requests.merge(traffic.endpoint(), traffic.connections(), Long::sum);
            }
        }
        return requests;
    }

    @Override
    public CompletionStage<Void> stop() {
        return proxy == null ? CompletableFuture.completedStage(null) : proxy.stop();
    }
}
