package io.coxswain.balancing;

import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Picks endpoints of one port of a Service.
 *
 * <pre>{@code
 * Endpoint endpoint = balancer.pick();             // only an address
 *
 * Backend backend = balancer.begin();              // a request that is counted, and waited for when its pod ends
 * try { call(backend.endpoint().uri("http")); } finally { backend.end(); }
 * }</pre>
 *
 * <p>Any thread may pick: a pick reads one immutable snapshot, takes no lock and allocates nothing. {@link #apply} is called by one
 * thread at a time; it publishes a new snapshot by a volatile write, then marks the backends that left. A request that is being
 * begun looks at that mark after it is counted, so it is either seen by the {@link DrainBarrier} or begins elsewhere.
 */
public final class Balancer implements AutoCloseable {
    private final ResourceKey service;
    private final @Nullable String port;
    private final BalancingPolicy policy;
    private final Locality client;
    private final Environment environment;
    private final DrainBarrier.Participant participant;
    private final Consumer<Balancer> onClose;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    // Owned by apply and stop.
    private final Map<Endpoint, Backend> known = new LinkedHashMap<>();
    private List<EndpointSlice> applied = List.of();
    private @Nullable TrafficPolicy appliedTraffic;
    private boolean closed;

    private volatile Snapshot snapshot = new Snapshot(List.of(), null, "its EndpointSlices haven't been read yet", 0);

    /**
     * A balancer without endpoints yet.
     *
     * @param port the port's name, empty for one without name, {@code null} for the first one
     * @param participant counts its requests
     * @param onClose ends its being fed, and calls {@link #stop}
     */
    Balancer(
            ResourceKey service,
            @Nullable String port,
            BalancingPolicy policy,
            Locality client,
            Environment environment,
            DrainBarrier.Participant participant,
            Consumer<Balancer> onClose) {
        this.service = service;
        this.port = port;
        this.policy = policy;
        this.client = client;
        this.environment = environment;
        this.participant = participant;
        this.onClose = onClose;
    }

    public ResourceKey service() {
        return service;
    }

    /**
     * An endpoint. What is done there isn't counted.
     *
     * @throws NoEndpointException if there is none, with the reason
     */
    public Endpoint pick() {
        Endpoint endpoint = tryPick();
        if (endpoint == null) {
            throw noEndpoint();
        }
        return endpoint;
    }

    /** An endpoint, or {@code null} if there is none. */
    public @Nullable Endpoint tryPick() {
        BalancingPolicy.Picker picker = snapshot.picker;
        return picker == null ? null : picker.pick().endpoint();
    }

    /**
     * Begins a request; to be followed by {@link Backend#end}.
     *
     * @throws NoEndpointException if there is no endpoint, with the reason
     */
    public Backend begin() {
        Backend backend = tryBegin();
        if (backend == null) {
            throw noEndpoint();
        }
        return backend;
    }

    /** Begins a request, or is {@code null} if there is no endpoint. */
    public @Nullable Backend tryBegin() {
        // repeats only if the candidates change meanwhile
        for (; ; ) {
            BalancingPolicy.Picker picker = snapshot.picker;
            if (picker == null) {
                return null;
            }
            Backend backend = picker.pick();
            if (backend.tryBegin()) {
                return backend;
            }
        }
    }

    /** Begins a request at one that isn't among these, in order to try again elsewhere; {@code null} if there is none. */
    public @Nullable Backend tryBeginElsewhere(List<Backend> tried) {
        Backend picked = tryBegin();
        if (picked == null || !tried.contains(picked)) {
            return picked;
        }
        picked.end();
        for (Backend candidate : snapshot.candidates) {
            if (!tried.contains(candidate) && candidate.tryBegin()) {
                return candidate;
            }
        }
        return null;
    }

    /** Begins a request at this endpoint, for a client that is to come back to it; {@code null} if it is no candidate. */
    public @Nullable Backend tryBeginAt(Endpoint endpoint) {
        for (Backend candidate : snapshot.candidates) {
            if (candidate.endpoint().equals(endpoint) && candidate.tryBegin()) {
                return candidate;
            }
        }
        return null;
    }

    private NoEndpointException noEndpoint() {
        return new NoEndpointException(service, snapshot.reason);
    }

    /** The candidates of the present snapshot, in the order of the slices; immutable. */
    public List<Backend> candidates() {
        return snapshot.candidates;
    }

    /** The revision of the slices that are in effect. */
    public long revision() {
        return snapshot.revision;
    }

    /**
     * Runs a step on an executor after each change of the candidates or of what is leaving.
     *
     * @return ends it
     */
    public Cancellable whenChanged(Executor on, Runnable step) {
        Runnable listener = () -> on.execute(step);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Puts the slices of the Service into effect; on return no new request goes to an endpoint that isn't a candidate any
     * more. One caller at a time.
     *
     * @param slices all of the Service's
     * @param revision at which they are true
     */
    void apply(List<EndpointSlice> slices, TrafficPolicy traffic, long revision) {
        if (closed || (revision > 0 && slices.equals(applied) && traffic == appliedTraffic)) {
            return;
        }
        KnownEndpoints endpoints = new KnownEndpoints(slices, port);
        List<Backend> candidates = new ArrayList<>();
        for (Endpoint endpoint : endpoints.candidates(traffic, client)) {
            candidates.add(known.computeIfAbsent(endpoint, it -> new Backend(participant.count(it))));
        }
        String reason = candidates.isEmpty() ? endpoints.reason(traffic, client) : "";
        applied = slices;
        appliedTraffic = traffic;
        if (publish(List.copyOf(candidates), reason, revision, endpoints.all())) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Says whether this changed something. */
    private boolean publish(
            List<Backend> candidates, String reason, long revision, Map<Endpoint, Placement> endpoints) {
        // those that come back first, those that leave last: so what a snapshot holds can be begun while it is the
        // present one
        boolean changed = !candidates.equals(snapshot.candidates);
        for (Backend backend : candidates) {
            changed |= backend.enter(Backend.State.CANDIDATE);
        }
        BalancingPolicy.Picker picker = changed ? picker(candidates) : snapshot.picker;
        snapshot = new Snapshot(candidates, picker, reason, revision);
        Set<Backend> staying = new HashSet<>(candidates);
        for (Backend backend : List.copyOf(known.values())) {
            if (!staying.contains(backend)) {
                changed |= letGo(backend, endpoints.get(backend.endpoint()));
            }
        }
        return changed;
    }

    private BalancingPolicy.@Nullable Picker picker(List<Backend> candidates) {
        return candidates.isEmpty() ? null : policy.picker(candidates, environment);
    }

    private boolean letGo(Backend backend, @Nullable Placement placement) {
        if (placement == null) {
            known.remove(backend.endpoint());
            backend.close();
            return true;
        }
        return backend.enter(placement.terminating() ? Backend.State.LEAVING : Backend.State.STANDBY);
    }

    /** It isn't fed any more: what is open still counts, and nothing can be begun. Calling again changes nothing. */
    @Override
    public void close() {
        onClose.accept(this);
    }

    /** Like {@link #apply}, for the last time. */
    void stop(String reason) {
        closed = true;
        publish(List.of(), reason, snapshot.revision, Map.of());
    }

    @Override
    public String toString() {
        return "Balancer " + service + " " + policy.name() + " " + snapshot.candidates;
    }

    private record Snapshot(
            List<Backend> candidates, BalancingPolicy.@Nullable Picker picker, String reason, long revision) {}
}
