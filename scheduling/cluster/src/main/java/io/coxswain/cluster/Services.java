package io.coxswain.cluster;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.api.core.v1.Service;
import io.coxswain.balancing.Balancers;
import io.coxswain.client.AsyncClient;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informers;
import io.coxswain.resource.Reader;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What serves Services on addresses of their own, if it is there. */
interface Services {

    /** Gives Services their addresses, or refuses those that need one. */
    AdmissionPlugin admission();

    /** The Service, stored by an earlier cluster, as this one can serve it. */
    Service moved(Service service, Reader reader);

    /** Begins to serve. */
    void start(AsyncClient client, Informers informers, Balancers balancers);

    /** How many connections were forwarded to each endpoint so far. */
    Map<Endpoint, Long> requests();

    /** Ends all of it. */
    CompletionStage<Void> stop();

    /** With addresses of this block; without {@code coxswain-network}, for Services without an address only. */
    static Services of(AddressBlock block, Environment environment) {
        return Artifact.NETWORK.isPresent() ? new NetworkServices(block, environment) : new HeadlessServices();
    }
}
