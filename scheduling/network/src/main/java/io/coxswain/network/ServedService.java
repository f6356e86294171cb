package io.coxswain.network;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.endpoint.ServedPorts;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The ports of one Service that are served, each as long as the Service has it. Owned by the proxy's serial executor. */
final class ServedService {
    /** Node ports are for this machine only. */
    private static final String NODE_ADDRESS = "127.0.0.1";

    private final BiFunction<ServicePortRef, HeldPort, PortForward> forwards;
    private final Set<InetSocketAddress> ours;
    private final Map<ServicePortRef, Entry> entries = new LinkedHashMap<>();

    private record Entry(
            @Nullable HeldPort held,
            @Nullable PortForward forward,
            @Nullable PortProblem problem) {}

    /**
     * Serves nothing yet.
     *
     * @param forwards makes what listens on a port
     * @param ours where this proxy's Services are served, as the system lets a port be held twice by one user
     */
    ServedService(BiFunction<ServicePortRef, HeldPort, PortForward> forwards, Set<InetSocketAddress> ours) {
        this.forwards = forwards;
        this.ours = ours;
    }

    /** Serves the ports that the Service has now, and no others; returns problems that weren't there before. */
    List<PortProblem> serve(Service service) {
        List<ServicePortRef> wanted = wanted(service);
        entries.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                close(entry.getValue());
            }
            return gone;
        });
        List<PortProblem> fresh = new ArrayList<>();
        for (ServicePortRef ref : wanted) {
            if (!entries.containsKey(ref)) {
                Entry entry = open(service, ref);
                entries.put(ref, entry);
                if (entry.problem != null) {
                    fresh.add(entry.problem);
                }
            }
        }
        return fresh;
    }

    private static List<ServicePortRef> wanted(Service service) {
        List<ServicePortRef> wanted = new ArrayList<>();
        String address = service.spec().clusterIP();
        if (address.isEmpty()
                || ServiceTypes.isHeadless(service.spec())
                || ServiceTypes.isExternalName(service.spec())) {
            return wanted;
        }
        for (ServicePort port : service.spec().ports()) {
            if (NodePorts.protocol(port).equals("TCP")) {
                wanted.add(new ServicePortRef(service.key(), address, port.port(), port.name()));
                if (port.nodePort() > 0) {
                    wanted.add(new ServicePortRef(service.key(), NODE_ADDRESS, port.nodePort(), port.name()));
                }
            }
        }
        return wanted;
    }

    private Entry open(Service service, ServicePortRef ref) {
        InetSocketAddress place = new InetSocketAddress(ref.address(), ref.port());
        try {
            return forward(ref, hold(place), null);
        } catch (IOException failure) {
            HeldPort instead = isNodePort(service, ref) ? null : another(service, ref);
            PortProblem problem = PortProblem.of(place, failure, instead == null ? 0 : instead.port());
            return instead == null ? new Entry(null, null, problem) : forward(ref, instead, problem);
        }
    }

    private HeldPort hold(InetSocketAddress place) throws IOException {
        if (ours.contains(place)) {
            throw new BindException("Address already in use by another Service");
        }
        HeldPort held = HeldPort.bind(place);
        ours.add(held.address());
        return held;
    }

    private static boolean isNodePort(Service service, ServicePortRef ref) {
        return service.spec().ports().stream().anyMatch(port -> port.nodePort() == ref.port());
    }

    private Entry forward(ServicePortRef ref, HeldPort held, @Nullable PortProblem problem) {
        PortForward forward = forwards.apply(ref, held);
        forward.start();
        return new Entry(held, forward, problem);
    }

    /** The port that was told before, if it is free, or any; {@code null} if the address has none. */
    private @Nullable HeldPort another(Service service, ServicePortRef ref) {
        int told = ServedPorts.of(service, ref.port());
        for (int port : told == ref.port() ? new int[] {0} : new int[] {told, 0}) {
            try {
                return hold(new InetSocketAddress(ref.address(), port));
            } catch (IOException e) {
                // then the next one; what is reported is why the wanted port failed
            }
        }
        return null;
    }

    /** What is wrong at present. */
    List<PortProblem> problems(Service service) {
        List<PortProblem> problems = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.problem != null) {
                problems.add(entry.problem);
            }
        }
        for (ServicePort port : service.spec().ports()) {
            if (!NodePorts.protocol(port).equals("TCP") && !entries.isEmpty()) {
                problems.add(new PortProblem(
                        "ProtocolNotSupported",
                        "port " + port.port() + "/" + port.protocol()
                                + " is not served: only TCP is, so far; connect to the " + "pods' own addresses"));
            }
        }
        return problems;
    }

    /** On which port each port of the spec is served at the Service's address. */
    Map<Integer, Integer> servedPorts(Service service) {
        Map<Integer, Integer> served = new LinkedHashMap<>();
        entries.forEach((ref, entry) -> {
            if (entry.held != null && !isNodePort(service, ref)) {
                served.put(ref.port(), entry.held.port());
            }
        });
        return served;
    }

    void close() {
        entries.values().forEach(this::close);
        entries.clear();
    }

    private void close(Entry entry) {
        if (entry.forward != null) {
            entry.forward.close();
        }
        if (entry.held != null) {
            ours.remove(entry.held.address());
        }
    }
}
