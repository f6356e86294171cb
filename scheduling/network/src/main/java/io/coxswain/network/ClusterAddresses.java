package io.coxswain.network;

import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.endpoint.AddressRange;
import io.coxswain.resource.ResourceKey;
import io.coxswain.validation.FieldErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives Services their {@code clusterIP}. */
final class ClusterAddresses {
    private static final int LEAST_CHOSEN = 16;
    private static final int MOST_CHOSEN = 256;

    private final AddressRange range;
    private final Allocation allocation;

    ClusterAddresses(AddressRange range) {
        this.range = range;
        allocation = new Allocation(
                range.size(), Math.min(Math.max(LEAST_CHOSEN, range.size() / LEAST_CHOSEN), MOST_CHOSEN));
    }

    ServiceSpec complete(
            ServiceSpec spec, ResourceKey service, ServiceAddresses.Others others, long now, FieldErrors place) {
        if (ServiceTypes.isHeadless(spec)) {
            return spec;
        }
        if (!spec.clusterIP().isEmpty()) {
            check(spec.clusterIP(), service, others, now, place);
            return spec;
        }
        if (!spec.clusterIPs().isEmpty()) {
            // validation says that the first of the list must be clusterIP
            return spec;
        }
        String address = give(service, others, now, place);
        return address.isEmpty() ? spec : spec.withClusterIP(address).withClusterIPs(List.of(address));
    }

    /** Whether the address is one of these. */
    boolean holds(ServiceSpec spec) {
        return range.indexOf(spec.clusterIP()) >= 0;
    }

    private void check(
            String address, ResourceKey service, ServiceAddresses.Others others, long now, FieldErrors place) {
        int index = range.indexOf(address);
        if (index < 0) {
            place.at("clusterIPs")
                    .invalid(
                            "[" + address + "]",
                            "failed to allocate IP " + address + ": the provided IP is not in the valid range. "
                                    + "The range of valid IPs is " + range + "; leave it out to be given one");
        } else if (!range.isSingle() && (taken(others).contains(index) || !allocation.take(index, service, now))) {
            place.at("clusterIPs")
                    .invalid(
                            "[" + address + "]",
                            "failed to allocate IP " + address + ": provided IP is already allocated");
        }
    }

    private String give(ResourceKey service, ServiceAddresses.Others others, long now, FieldErrors place) {
        if (range.isSingle()) {
            return range.address(0);
        }
        Set<Integer> taken = taken(others);
        int index = allocation.give(service, now, taken::contains);
        if (index < 0) {
            place.at("clusterIP").invalid("", "all " + range.size() + " addresses " + range + " are taken");
            return "";
        }
        return range.address(index);
    }

    private Set<Integer> taken(ServiceAddresses.Others others) {
        Set<Integer> taken = new LinkedHashSet<>();
        others.all().forEach(service -> taken.add(range.indexOf(service.spec().clusterIP())));
        return taken;
    }
}
