package io.coxswain.network;

import io.coxswain.api.core.v1.ClientIPConfig;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.SessionAffinityConfig;
import io.coxswain.endpoint.AddressRange;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.resource.ResourceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports of one Service that are served, each as long as the Service has it. Owned by the proxy's serial executor. */
final class ServedService {
    /** Node ports are for this machine only. */
    private static final String NODE_ADDRESS = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(ServedService.class);
    private static final int DEFAULT_AFFINITY_SECONDS = 10_800;

    private final Forward.Factory factory;
    private final Map<Place, ResourceKey> ours;
    private final Map<ServicePortRef, ServedPort> ports = new LinkedHashMap<>();
    private Service service;

    /**
     * Serves nothing yet.
     *
     * @param factory makes what listens on a port
     * @param ours where this proxy's Services are served, as the system lets a port be held twice by one user
     */
    ServedService(Service service, Forward.Factory factory, Map<Place, ResourceKey> ours) {
        this.service = service;
        this.factory = factory;
        this.ours = ours;
    }

    /** The Service as last seen. */
    Service service() {
        return service;
    }

    /** Serves the ports that the Service has now, and no others; returns problems that weren't there before. */
    List<PortProblem> serve(Service now) {
        service = now;
        Set<ServicePortRef> wanted = wanted();
        ports.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                close(entry.getValue());
            }
            return gone;
        });
        List<PortProblem> fresh = new ArrayList<>();
        for (ServicePortRef ref : wanted) {
            ServedPort port = ports.get(ref);
            if (port == null) {
                port = open(ref);
                ports.put(ref, port);
                if (port.problem() != null) {
                    fresh.add(port.problem());
                }
            }
        }
        ports.forEach(this::followTwin);
        ports.values().forEach(port -> port.affinity(affinity()));
        return fresh;
    }

    /** A port that is served elsewhere is told by its number alone: what has the same number with another protocol is served there too. */
    private void followTwin(ServicePortRef ref, ServedPort port) {
        ports.forEach((other, twin) -> {
            boolean isTwin = other.use() == ref.use() && other.port() == ref.port() && port != twin;
            int moved = twin.number();
            if (isTwin && ref.isServable() && moved > 0 && moved != ref.port() && !port.isServedOn(moved)) {
                try {
                    port.also(begin(ref, Place.of(ref, moved)));
                } catch (IOException e) {
                    LOG.atWarn().addKeyValue("port", ref).setCause(e).log("A port isn't served beside its twin");
                }
            }
        });
    }

    private Set<ServicePortRef> wanted() {
        Set<ServicePortRef> wanted = new LinkedHashSet<>();
        String address = service.spec().clusterIP();
        if (address.isEmpty()
                || ServiceTypes.isHeadless(service.spec())
                || ServiceTypes.isExternalName(service.spec())) {
            return wanted;
        }
        for (ServicePort port : service.spec().ports()) {
            wanted.add(ref(ServicePortRef.Use.CLUSTER, address, port.port(), port));
            if (port.nodePort() > 0) {
                wanted.add(ref(ServicePortRef.Use.NODE, NODE_ADDRESS, port.nodePort(), port));
            }
        }
        return wanted;
    }

    private ServicePortRef ref(ServicePortRef.Use use, String address, int number, ServicePort port) {
        return new ServicePortRef(service.key(), use, address, number, NodePorts.protocol(port), port.name());
    }

    /** For how long a client comes back to its endpoint; {@code null}: it needn't. */
    private @Nullable Duration affinity() {
        if (!service.spec().sessionAffinity().equals("ClientIP")) {
            return null;
        }
        SessionAffinityConfig config = service.spec().sessionAffinityConfig();
        ClientIPConfig client = config == null ? null : config.clientIP();
        Integer seconds = client == null ? null : client.timeoutSeconds();
        return Duration.ofSeconds(seconds == null ? DEFAULT_AFFINITY_SECONDS : seconds);
    }

    private ServedPort open(ServicePortRef ref) {
        if (!ref.isServable()) {
            return new ServedPort(ref, null, PortProblem.notForwarded(ref));
        }
        Place wanted = Place.of(ref, isShared(ref) ? ServedPorts.of(service, ref.port()) : ref.port());
        try {
            return new ServedPort(ref, begin(ref, wanted), null);
        } catch (IOException failure) {
            Forward instead = ref.use() == ServicePortRef.Use.NODE ? null : another(ref);
            boolean isUsual = isShared(ref) && instead != null;
            int number = instead == null ? 0 : instead.place().port();
            return new ServedPort(ref, instead, isUsual ? null : PortProblem.of(wanted, failure, number));
        }
    }

    /** Where all Services have the same address, ports other than their own are nothing to complain of. */
    private static boolean isShared(ServicePortRef ref) {
        return ref.use() == ServicePortRef.Use.CLUSTER
                && AddressRange.single().address(0).equals(ref.address());
    }

    private Forward begin(ServicePortRef ref, Place place) throws IOException {
        ResourceKey other = ours.get(place);
        if (other != null) {
            throw new TakenPortException(other);
        }
        Forward forward = factory.open(ref, place);
        ours.put(forward.place(), ref.service());
        forward.start();
        return forward;
    }

    /** The port that was told before, if it is free, or any; {@code null} if the address has none. */
    private @Nullable Forward another(ServicePortRef ref) {
        int told = ServedPorts.of(service, ref.port());
        for (int candidate : told == ref.port() ? new int[] {0} : new int[] {told, 0}) {
            try {
                return begin(ref, Place.of(ref, candidate));
            } catch (IOException e) {
                // then the next one; what is reported is why the wanted port failed
            }
        }
        return null;
    }

    /** Whether there is a port that another attempt may get. */
    boolean isTroubled() {
        return ports.keySet().stream().anyMatch(this::isTroubled);
    }

    private boolean isTroubled(ServicePortRef ref) {
        ServedPort port = ports.get(ref);
        return ref.isServable() && port != null && port.problem() != null;
    }

    /** Tries to get the ports once more that weren't to be had. Those got instead go on, for those who were told of them. */
    List<ServicePortRef> retry() {
        List<ServicePortRef> recovered = new ArrayList<>();
        for (ServicePortRef ref : List.copyOf(ports.keySet())) {
            ServedPort port = ports.get(ref);
            if (port != null && isTroubled(ref) && regains(ref, port)) {
                recovered.add(ref);
            }
        }
        return recovered;
    }

    private boolean regains(ServicePortRef ref, ServedPort port) {
        try {
            port.regained(begin(ref, Place.of(ref, ref.port())));
            port.affinity(affinity());
            return true;
        } catch (IOException e) {
            return false; // told already, and tried again
        }
    }

    /** What is wrong at present. */
    List<PortProblem> problems() {
        List<PortProblem> problems = new ArrayList<>();
        for (ServedPort port : ports.values()) {
            if (port.problem() != null) {
                problems.add(port.problem());
            }
        }
        return problems;
    }

    /** On which port each port of the spec is served at the Service's address. */
    Map<Integer, Integer> servedPorts() {
        Map<Integer, Integer> served = new LinkedHashMap<>();
        ports.forEach((ref, port) -> {
            if (port.number() > 0 && ref.use() == ServicePortRef.Use.CLUSTER) {
                served.merge(ref.port(), port.number(), (one, other) -> one == ref.port() ? other : one);
            }
        });
        return served;
    }

    void close() {
        ports.values().forEach(this::close);
        ports.clear();
    }

    private void close(ServedPort port) {
        for (Forward forward : port.forwards()) {
            forward.close();
            ours.remove(forward.place());
        }
    }
}
