package io.coxswain.network;

import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an update takes over from the stored Service and what it drops, as Kubernetes' {@code patchAllocatedValues} and
 * {@code dropTypeDependentFields} do: allocated values that the author left out stay, values that the new type can't have go,
 * unless the author changed them, which validation then refuses.
 */
final class TypeChange {

    private TypeChange() {}

    static ServiceSpec carriedOver(ServiceSpec spec, @Nullable ServiceSpec old) {
        ServiceSpec normal = normalized(spec, old);
        return old == null ? normal : dropped(patched(normal, old), old);
    }

    /** Makes {@code clusterIP} and {@code clusterIPs} agree where only one of them is given or was changed. */
    private static ServiceSpec normalized(ServiceSpec spec, @Nullable ServiceSpec old) {
        if (old == null) {
            return !spec.clusterIP().isEmpty() && spec.clusterIPs().isEmpty()
                    ? spec.withClusterIPs(List.of(spec.clusterIP()))
                    : spec;
        }
        boolean addressChanged = !spec.clusterIP().equals(old.clusterIP());
        boolean listChanged = !spec.clusterIPs().equals(old.clusterIPs());
        if (addressChanged && !listChanged) {
            return spec.withClusterIPs(spec.clusterIP().isEmpty() ? List.of() : List.of(spec.clusterIP()));
        }
        boolean onlyListMissing = !addressChanged
                && !spec.clusterIP().isEmpty()
                && spec.clusterIPs().isEmpty();
        return onlyListMissing ? spec.withClusterIPs(old.clusterIPs()) : spec;
    }

    private static ServiceSpec patched(ServiceSpec spec, ServiceSpec old) {
        ServiceSpec result = spec;
        boolean bothHaveAddress = !ServiceTypes.isExternalName(spec) && !ServiceTypes.isExternalName(old);
        if (bothHaveAddress && spec.clusterIP().isEmpty()) {
            result = result.withClusterIP(old.clusterIP());
            result = result.clusterIPs().isEmpty() ? result.withClusterIPs(old.clusterIPs()) : result;
        }
        if (bothHaveAddress && result.ipFamilies().isEmpty() && result.ipFamilyPolicy() == null) {
            result = result.withIpFamilies(old.ipFamilies()).withIpFamilyPolicy(old.ipFamilyPolicy());
        }
        if (ServiceTypes.needsNodePorts(spec) && ServiceTypes.needsNodePorts(old)) {
            result = result.withPorts(withNodePortsOf(old, result.ports()));
        }
        boolean keepsCheck = ServiceTypes.needsHealthCheckPort(spec)
                && ServiceTypes.needsHealthCheckPort(old)
                && spec.healthCheckNodePort() == 0;
        return keepsCheck ? result.withHealthCheckNodePort(old.healthCheckNodePort()) : result;
    }

    private static List<ServicePort> withNodePortsOf(ServiceSpec old, List<ServicePort> ports) {
        List<ServicePort> patched = new ArrayList<>();
        for (ServicePort port : ports) {
            ServicePort known = port.nodePort() == 0 ? same(port, old.ports()) : null;
            boolean free = known != null && ports.stream().noneMatch(other -> other.nodePort() == known.nodePort());
            patched.add(known != null && free ? port.withNodePort(known.nodePort()) : port);
        }
        return patched;
    }

    /** The port with the same number and protocol, or else name. */
    private static @Nullable ServicePort same(ServicePort port, List<ServicePort> among) {
        for (ServicePort other : among) {
            if (other.port() == port.port() && NodePorts.protocol(other).equals(NodePorts.protocol(port))) {
                return other;
            }
        }
        for (ServicePort other : among) {
            if (!port.name().isEmpty() && other.name().equals(port.name())) {
                return other;
            }
        }
        return null;
    }

    private static ServiceSpec dropped(ServiceSpec spec, ServiceSpec old) {
        ServiceSpec result = spec;
        if (ServiceTypes.isExternalName(spec) && !ServiceTypes.isExternalName(old)) {
            result = result.clusterIP().equals(old.clusterIP())
                            && result.clusterIPs().equals(old.clusterIPs())
                    ? result.withClusterIP("").withClusterIPs(List.of())
                    : result;
            result = result.ipFamilies().equals(old.ipFamilies()) ? result.withIpFamilies(List.of()) : result;
            result = java.util.Objects.equals(result.ipFamilyPolicy(), old.ipFamilyPolicy())
                    ? result.withIpFamilyPolicy((String) null)
                    : result;
        }
        if (!ServiceTypes.mayHaveNodePorts(spec) && ServiceTypes.mayHaveNodePorts(old)) {
            result = result.withPorts(withoutNodePorts(result.ports(), old.ports()));
        }
        boolean keptCheck = ServiceTypes.needsHealthCheckPort(old)
                && !ServiceTypes.needsHealthCheckPort(spec)
                && result.healthCheckNodePort() == old.healthCheckNodePort();
        return keptCheck ? result.withHealthCheckNodePort(0) : result;
    }

    private static List<ServicePort> withoutNodePorts(List<ServicePort> ports, List<ServicePort> old) {
        List<Integer> were = old.stream().map(ServicePort::nodePort).toList();
        return ports.stream()
                .map(port -> were.contains(port.nodePort()) ? port.withNodePort(0) : port)
                .toList();
    }
}
