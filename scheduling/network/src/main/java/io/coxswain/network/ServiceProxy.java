package io.coxswain.network;

import io.coxswain.api.core.v1.Service;
import io.coxswain.balancing.Balancer;
import io.coxswain.balancing.Balancers;
import io.coxswain.balancing.BalancingPolicy;
import io.coxswain.client.AsyncClient;
import io.coxswain.environment.Environment;
import io.coxswain.informer.HandlerRegistration;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.Informers;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import io.coxswain.resource.ResourceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Serves Services: listens on each one's address and ports of TCP and UDP (and on 127.0.0.1 for node ports) and forwards each connection
 * to the endpoint with fewer open ones of two, or, with {@code sessionAffinity: ClientIP}, to the one that the client had.
 *
 * <p>Without endpoint a connection is refused at once. A backend that can't be reached is left for another one. An endpoint
 * that leaves gets no new connection; those it has may go on for {@link ProxyOptions#drainBound()} and are then reset and
 * counted, see {@link #traffic()}; UDP clients are given another one. A port that can't be bound is served on another one, which a
 * condition, a Warning Event and an annotation of the Service tell, and tried again until it can.
 *
 * <p>Thread-safe. Sockets are on event loops of its own; everything else on the environment's executors.
 */
public final class ServiceProxy implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);

    private final Balancers balancers;
    private final Environment environment;
    private final ServiceReport report;
    private final ForwardContext context;
    private final TrafficLog traffic = new TrafficLog();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private @Nullable HandlerRegistration registration;

    // Owned by steps on the serial executor.
    private final Map<ResourceKey, ServedService> served = new LinkedHashMap<>();
    private final Map<Place, ResourceKey> ours = new LinkedHashMap<>();
    private final Map<ResourceKey, Duration> retries = new LinkedHashMap<>();
    private boolean stopping;

    private ServiceProxy(AsyncClient client, Balancers balancers, Environment environment, ProxyOptions options) {
        this.balancers = balancers;
        this.environment = environment;
        report = new ServiceReport(client, environment);
        context = new ForwardContext(
                environment, environment.serial("service-proxy"), new EventLoops(options.threads()), options, traffic);
    }

    /**
     * Begins to serve what the caches of Services and EndpointSlices tell.
     *
     * @param client for conditions and Events
     * @param informers whose cache of Services it follows
     * @param balancers that choose the endpoints; they must outlive the proxy
     */
    public static ServiceProxy start(
            AsyncClient client,
            Informers informers,
            Balancers balancers,
            Environment environment,
            ProxyOptions options) {
        ServiceProxy proxy = new ServiceProxy(client, balancers, environment, options);
        proxy.registration = informers.of(Service.KIND).addHandler(proxy.serial(), proxy.new Changes());
        return proxy;
    }

    private Executor serial() {
        return context.serial();
    }

    private void serve(Service service) {
        if (stopping) {
            return;
        }
        if (served.isEmpty()) {
            // beside the steps, as loading Netty takes a while
            environment.blocking("network-start", 1).execute(context.loops()::open);
        }
        ServedService ports =
                served.computeIfAbsent(service.key(), key -> new ServedService(service, this::forward, ours));
        ports.serve(service).forEach(problem -> report.warn(service, problem));
        tell(ports);
        retryLater(ports, context.options().firstRetry());
    }

    private void tell(ServedService ports) {
        report.tell(ports.service(), ports.problems(), ports.servedPorts());
    }

    private Forward forward(ServicePortRef ref, Place place) throws IOException {
        if (ref.isUdp()) {
            return UdpForward.open(ref, place, balancer(ref), context);
        }
        return new TcpForward(ref, HeldPort.bind(place.address()), balancer(ref), context);
    }

    private Balancer balancer(ServicePortRef ref) {
        return balancers.open(ref.service(), ref.name(), BalancingPolicy.leastRequest());
    }

    /** Plans another attempt at ports that can't be had, unless one is planned. */
    private void retryLater(ServedService ports, Duration pause) {
        ResourceKey key = ports.service().key();
        if (ports.isTroubled() && retries.putIfAbsent(key, pause) == null) {
            environment.schedule(pause, serial(), () -> retry(key));
        }
    }

    private void retry(ResourceKey key) {
        Duration pause = retries.remove(key);
        ServedService ports = served.get(key);
        if (ports == null || pause == null || stopping) {
            return;
        }
        List<ServicePortRef> recovered = ports.retry();
        recovered.forEach(ref -> report.recovered(ports.service(), ref));
        if (!recovered.isEmpty()) {
            tell(ports);
        }
        Duration twice = pause.multipliedBy(2);
        retryLater(ports, twice.compareTo(LONGEST_RETRY) < 0 ? twice : LONGEST_RETRY);
    }

    private void forget(ResourceKey service) {
        ServedService ports = served.remove(service);
        if (ports != null) {
            ports.close();
        }
    }

    /** What was forwarded to each endpoint, also to those that are gone. */
    public List<EndpointTraffic> traffic() {
        return traffic.list();
    }

    /** How many connections were accepted and then reset, since there was no endpoint or none that could be reached. */
    public long refusals() {
        return traffic.refusals();
    }

    /** Stops serving; complete when its threads have ended. Calling again changes nothing. */
    public CompletionStage<Void> stop() {
        if (registration != null) {
            registration.close();
        }
        serial().execute(() -> {
            if (!stopping) {
                stopping = true;
                served.values().forEach(ServedService::close);
                served.clear();
                context.loops().close().thenRun(() -> stopped.complete(null));
            }
        });
        return stopped.minimalCompletionStage();
    }

    /** Stops serving and waits until its threads have ended. */
    @Override
    public void close() {
        environment.await(stop(), CLOSE_LIMIT);
    }

    private final class Changes implements InformerHandler<Service> {
        @Override
        public void onAdd(Service service, Origin origin) {
            serve(service);
        }

        @Override
        public void onUpdate(Service old, Service now) {
            serve(now);
        }

        @Override
        public void onDelete(Service last, LastState state) {
            forget(last.key());
        }
    }
}
