package io.coxswain.network;

import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.validation.FieldErrors;
import java.util.List;

/** The IP families of a Service in a cluster that has IPv4 only; Kubernetes' {@code initIPFamilyFields}. */
final class IpFamilies {
    private static final String V4 = "IPv4";
    private static final String V6 = "IPv6";
    private static final String SINGLE = "SingleStack";
    private static final String REQUIRE_DUAL = "RequireDualStack";

    private IpFamilies() {}

    static ServiceSpec complete(ServiceSpec spec, FieldErrors place) {
        boolean headlessWithoutSelector =
                ServiceTypes.isHeadless(spec) && spec.selector().isEmpty();
        return headlessWithoutSelector ? anyFamily(spec) : ipv4(spec, place);
    }

    /** Its endpoints are written by somebody else, who may use either family. */
    private static ServiceSpec anyFamily(ServiceSpec spec) {
        String policy = spec.ipFamilyPolicy() == null ? REQUIRE_DUAL : spec.ipFamilyPolicy();
        List<String> families = spec.ipFamilies().isEmpty() ? List.of(V4) : spec.ipFamilies();
        if (!policy.equals(SINGLE) && families.size() == 1) {
            families = List.of(families.get(0), families.get(0).equals(V4) ? V6 : V4);
        }
        return spec.withIpFamilyPolicy(policy).withIpFamilies(families);
    }

    private static ServiceSpec ipv4(ServiceSpec spec, FieldErrors place) {
        String policy = spec.ipFamilyPolicy() == null ? SINGLE : spec.ipFamilyPolicy();
        if (policy.equals(REQUIRE_DUAL)) {
            place.at("ipFamilyPolicy")
                    .invalid(policy, "this cluster is not configured for dual-stack services: use SingleStack");
        }
        for (int i = 0; i < spec.ipFamilies().size(); i++) {
            if (spec.ipFamilies().get(i).equals(V6)) {
                place.at("ipFamilies", i).invalid(V6, "not configured on this cluster, which has IPv4 only");
            }
        }
        return spec.withIpFamilyPolicy(policy)
                .withIpFamilies(spec.ipFamilies().isEmpty() ? List.of(V4) : spec.ipFamilies());
    }
}
