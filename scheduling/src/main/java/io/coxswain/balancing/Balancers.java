package io.coxswain.balancing;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.Environment;
import io.coxswain.informer.HandlerRegistration;
import io.coxswain.informer.Index;
import io.coxswain.informer.Informer;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.Informers;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The balancers of a process, fed by the caches of EndpointSlices and Services, and together one participant of the
 * {@link DrainBarrier}.
 *
 * <p>After a change one step brings every balancer up to what the cache holds and then reports the revision that the cache had
 * before: since no balancer is left out, everything up to it is in effect. A balancer whose slices are the same objects as
 * before costs that step a look into an index. Thread-safe; never blocks.
 */
public final class Balancers implements AutoCloseable {
    private static final String SERVICE_LABEL = "kubernetes.io/service-name";
    private static final Index<EndpointSlice> BY_SERVICE = Index.of(EndpointSlice.KIND, "service", Balancers::service);

    private final Informer<EndpointSlice> slices;
    private final Informer<Service> services;
    private final DrainBarrier.Participant participant;
    private final Environment environment;
    private final Locality client;
    private final Executor serial;
    private final AtomicBoolean refreshDue = new AtomicBoolean();
    private final List<HandlerRegistration> registrations = new ArrayList<>();
    private final Object lock = new Object();
    /** Guarded by {@code lock}, like every balancer's being fed. */
    private final Map<Asked, Balancer> shared = new LinkedHashMap<>();

    private final Set<Balancer> fed = new LinkedHashSet<>();
    private boolean closed;

    private record Asked(ResourceKey service, @Nullable String port, BalancingPolicy policy) {}

    private Balancers(Informers informers, DrainBarrier barrier, Environment environment, Locality client) {
        slices = informers.of(EndpointSlice.KIND);
        services = informers.of(Service.KIND);
        participant = barrier.register("balancers");
        this.environment = environment;
        this.client = client;
        serial = environment.serial("balancers");
    }

    /**
     * Balancers that follow the caches from now on.
     *
     * @param client where the callers of the balancers are; {@link Locality#NOWHERE}: traffic policies and hints play no role
     */
    public static Balancers start(Informers informers, DrainBarrier barrier, Environment environment, Locality client) {
        Balancers balancers = new Balancers(informers, barrier, environment, client);
        balancers.registrations.add(balancers.slices.addHandler(balancers.serial, balancers.new Change<>()));
        balancers.registrations.add(balancers.services.addHandler(balancers.serial, balancers.new Change<>()));
        return balancers;
    }

    private static List<String> service(EndpointSlice slice) {
        String name = slice.labels().getOrDefault(SERVICE_LABEL, "");
        return name.isEmpty() ? List.of() : List.of(indexed(slice.metadata().namespace(), name));
    }

    private static String indexed(String namespace, String name) {
        return namespace + "/" + name;
    }

    /** The balancer of a Service's first port, round robin. Everybody who asks gets the same one. */
    public Balancer balancer(ResourceKey service) {
        return shared(new Asked(service, null, BalancingPolicy.roundRobin()));
    }

    /**
     * The balancer of a Service's port. Everybody who asks for the same gets the same one.
     *
     * @param port the port's name, empty for one without name
     */
    public Balancer balancer(ResourceKey service, String port, BalancingPolicy policy) {
        return shared(new Asked(service, port, policy));
    }

    private Balancer shared(Asked asked) {
        synchronized (lock) {
            Balancer known = shared.get(asked);
            if (known == null) {
                known = open(asked.service, asked.port, asked.policy);
                shared.put(asked, known);
            }
            return known;
        }
    }

    /**
     * A balancer of one's own, to be closed.
     *
     * @param port the port's name, empty for one without name, {@code null} for the first one
     */
    public Balancer open(ResourceKey service, @Nullable String port, BalancingPolicy policy) {
        Balancer balancer = new Balancer(service, port, policy, client, environment, participant, this::close);
        synchronized (lock) {
            if (closed) {
                balancer.stop("the balancers are closed");
            } else {
                fed.add(balancer);
                refresh(balancer);
            }
        }
        return balancer;
    }

    private void close(Balancer balancer) {
        synchronized (lock) {
            if (fed.remove(balancer)) {
                shared.values().remove(balancer);
                balancer.stop("its balancer is closed");
            }
        }
    }

    private void refreshSoon() {
        if (refreshDue.compareAndSet(false, true)) {
            serial.execute(this::refreshAll);
        }
    }

    private void refreshAll() {
        refreshDue.set(false);
        long revision = slices.revision();
        synchronized (lock) {
            fed.forEach(this::refresh);
        }
        participant.applied(revision);
    }

    private void refresh(Balancer balancer) {
        long revision = slices.revision();
        if (revision > 0) {
            ResourceKey key = balancer.service();
            List<EndpointSlice> found =
                    new ArrayList<>(slices.byIndex(BY_SERVICE, indexed(key.namespace(), key.name())));
            found.sort((one, other) -> one.key().compareTo(other.key()));
            balancer.apply(found, traffic(key), revision);
        }
    }

    private TrafficPolicy traffic(ResourceKey service) {
        return client.node() == null
                ? TrafficPolicy.CLUSTER
                : services.find(service)
                        .map(found -> TrafficPolicy.of(found.spec().internalTrafficPolicy()))
                        .orElse(TrafficPolicy.CLUSTER);
    }

    /** Ends the feeding: balancers have no endpoints from now on, and nothing waits for them any more. */
    @Override
    public void close() {
        registrations.forEach(HandlerRegistration::close);
        synchronized (lock) {
            closed = true;
            fed.forEach(balancer -> balancer.stop("the balancers are closed"));
            fed.clear();
            shared.clear();
        }
        participant.close();
    }

    private final class Change<R extends Resource<R>> implements InformerHandler<R> {
        @Override
        public void onAdd(R object, Origin origin) {
            refreshSoon();
        }

        @Override
        public void onUpdate(R old, R now) {
            refreshSoon();
        }

        @Override
        public void onDelete(R last, LastState state) {
            refreshSoon();
        }
    }
}
