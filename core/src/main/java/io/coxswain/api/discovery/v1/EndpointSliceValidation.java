package io.coxswain.api.discovery.v1;

import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.Addresses;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an EndpointSlice; see {@code discovery/validation/validation.go} in Kubernetes. */
final class EndpointSliceValidation {
    private static final List<String> TYPES = List.of("FQDN", "IPv4", "IPv6");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    private static final int ENDPOINTS = 1000;
    private static final int ADDRESSES = 100;
    private static final int PORTS = 20_000;
    private static final int TOPOLOGY_LABELS = 16;
    private static final int ZONE_HINTS = 8;

    /** Whose slices may hold loopback addresses: those of the cluster's own controller, whose pods have them. */
    private enum Keeper {
        CLUSTER,
        OTHERS
    }

    private EndpointSliceValidation() {}

    static void validate(EndpointSlice slice, @Nullable EndpointSlice old, FieldErrors errors) {
        if (old == null || !slice.addressType().equals("IP")) {
            errors.requireOneOf("addressType", slice.addressType(), TYPES);
        }
        String manager = slice.metadata().labels().getOrDefault(MANAGED_BY, "");
        Keeper keeper = manager.equals("endpointslice-controller.k8s.io") ? Keeper.CLUSTER : Keeper.OTHERS;
        if (slice.endpoints().size() > ENDPOINTS) {
            errors.at("endpoints").tooMany(slice.endpoints().size(), ENDPOINTS);
        } else {
            for (int i = 0; i < slice.endpoints().size(); i++) {
                endpoint(slice.endpoints().get(i), slice.addressType(), keeper, errors.at("endpoints", i));
            }
        }
        ports(slice.ports(), errors);
        if (old != null && !slice.addressType().equals(old.addressType())) {
            errors.at("addressType").invalid(slice.addressType(), "field is immutable");
        }
    }

    private static void endpoint(Endpoint endpoint, String type, Keeper keeper, FieldErrors errors) {
        List<String> addresses = endpoint.addresses();
        if (addresses.isEmpty()) {
            errors.at("addresses").required("must contain at least 1 address");
        } else if (addresses.size() > ADDRESSES) {
            errors.at("addresses").tooMany(addresses.size(), ADDRESSES);
        }
        for (int i = 0; i < addresses.size(); i++) {
            if (keeper == Keeper.OTHERS || !Addresses.isLoopback(addresses.get(i))) {
                address(addresses.get(i), type, errors.at("addresses", i));
            }
        }
        if (endpoint.nodeName() != null) {
            errors.requireName("nodeName", endpoint.nodeName(), Names::dns1123Subdomain);
        }
        if (endpoint.deprecatedTopology().size() > TOPOLOGY_LABELS) {
            errors.at("deprecatedTopology")
                    .tooMany(endpoint.deprecatedTopology().size(), TOPOLOGY_LABELS);
        }
        SelectorRules.labels(endpoint.deprecatedTopology(), "deprecatedTopology", errors);
        if (endpoint.hostname() != null) {
            errors.requireName("hostname", endpoint.hostname(), Names::dns1123Label);
        }
        if (endpoint.hints() != null) {
            zones(endpoint.hints().forZones(), errors.at("hints"));
        }
    }

    private static void address(String address, String type, FieldErrors errors) {
        switch (type) {
            case "IP" -> errors.name(address, Addresses::ip);
            case "IPv4" -> {
                errors.name(address, Addresses::ipv4);
                errors.name(address, Addresses::ordinary);
            }
            case "IPv6" -> {
                errors.name(address, Addresses::ipv6);
                errors.name(address, Addresses::ordinary);
            }
            case "FQDN" -> fullName(address, errors);
            default -> {}
        }
    }

    private static void fullName(String name, FieldErrors errors) {
        if (name.isEmpty()) {
            errors.required("");
            return;
        }
        String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        errors.name(relative, Names::dns1123Subdomain);
        if (relative.indexOf('.') < 0) {
            errors.invalid(name, "should be a domain with at least two segments separated by dots");
        }
        for (String label : relative.split("\\.", -1)) {
            errors.name(label, Names::dns1123Label);
        }
    }

    private static void zones(List<ForZone> zones, FieldErrors hints) {
        if (zones.size() > ZONE_HINTS) {
            hints.at("forZones").tooMany(zones.size(), ZONE_HINTS);
            return;
        }
        for (int i = 0; i < zones.size(); i++) {
            FieldErrors errors = hints.at("forZones", i).at("name");
            if (zones.indexOf(zones.get(i)) < i) {
                errors.duplicate(zones.get(i).name());
            }
            errors.name(zones.get(i).name(), Names::labelValue);
        }
    }

    private static void ports(List<EndpointPort> ports, FieldErrors slice) {
        if (ports.size() > PORTS) {
            slice.at("ports").tooMany(ports.size(), PORTS);
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            EndpointPort port = ports.get(i);
            FieldErrors errors = slice.at("ports", i);
            String name = port.name() == null ? "" : port.name();
            if (!name.isEmpty()) {
                errors.requireName("name", name, Names::dns1123Label);
            }
            if (!names.add(name)) {
                errors.at("name").duplicate(name);
            }
            if (port.protocol() == null) {
                errors.at("protocol").required("");
            } else if (!PROTOCOLS.contains(port.protocol())) {
                errors.at("protocol").notSupported(port.protocol(), PROTOCOLS);
            }
            if (port.appProtocol() != null) {
                errors.requireName("appProtocol", port.appProtocol(), Names::labelKey);
            }
        }
    }
}
