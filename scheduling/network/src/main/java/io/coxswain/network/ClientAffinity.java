package io.coxswain.network;

import io.coxswain.balancing.Backend;
import io.coxswain.balancing.Balancer;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.environment.Environment;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses endpoints for clients, by {@code sessionAffinity: ClientIP} the one that the client had: as long as it is a candidate and the client's last connection isn't longer ago than the timeout.
 * What is remembered is bounded; the client that was silent longest is forgotten first.
 *
 * <p>Thread-safe: connections come from several event loops. The memory is guarded by this object's lock.
 */
final class ClientAffinity {
    private static final int MAX_CLIENTS = 100_000;

    private final Balancer balancer;
    private final Environment environment;
    private final Map<InetAddress, Visit> visits = new LinkedHashMap<>(16, 0.75f, true);
    private volatile @Nullable Duration timeout;

    private record Visit(Endpoint endpoint, long atNanos) {}

    ClientAffinity(Balancer balancer, Environment environment) {
        this.balancer = balancer;
        this.environment = environment;
    }

    /** {@code null}: clients play no role, and what was remembered is forgotten. */
    void timeout(@Nullable Duration value) {
        timeout = value;
        if (value == null) {
            synchronized (this) {
                visits.clear();
            }
        }
    }

    /**
     * Begins a request of a client.
     *
     * @param tried where it can't be
     * @return {@code null} if there is no endpoint for it
     */
    @Nullable
    Backend tryBegin(InetAddress client, List<Backend> tried) {
        Duration limit = timeout;
        if (limit == null) {
            return balancer.tryBeginElsewhere(tried);
        }
        Endpoint known = tried.isEmpty() ? recall(client, limit) : null;
        Backend begun = known == null ? null : balancer.tryBeginAt(known);
        if (begun == null) {
            begun = balancer.tryBeginElsewhere(tried);
        }
        if (begun != null) {
            remember(client, begun.endpoint(), limit);
        }
        return begun;
    }

    private synchronized @Nullable Endpoint recall(InetAddress client, Duration limit) {
        Visit visit = visits.get(client);
        return visit == null || isOver(visit, limit) ? null : visit.endpoint;
    }

    private boolean isOver(Visit visit, Duration limit) {
        return environment.nanoTime() - visit.atNanos >= limit.toNanos();
    }

    private synchronized void remember(InetAddress client, Endpoint endpoint, Duration limit) {
        visits.put(client, new Visit(endpoint, environment.nanoTime()));
        Iterator<Visit> eldestFirst = visits.values().iterator();
        while (eldestFirst.hasNext()) {
            Visit eldest = eldestFirst.next();
            if (visits.size() <= MAX_CLIENTS && !isOver(eldest, limit)) {
                break;
            }
            eldestFirst.remove();
        }
    }

    synchronized int size() {
        return visits.size();
    }
}
