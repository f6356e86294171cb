// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pods a Service leads to, on which ports and addresses, and how. */
@RecordBuilder
public record ServiceSpec(
        String type,
        @Nullable Boolean allocateLoadBalancerNodePorts,
        String clusterIP,
        List<String> clusterIPs,
        List<String> externalIPs,
        String externalName,
        String externalTrafficPolicy,
        int healthCheckNodePort,
        @EmptyIsValue @Nullable String internalTrafficPolicy,
        List<String> ipFamilies,
        @EmptyIsValue @Nullable String ipFamilyPolicy,
        @EmptyIsValue @Nullable String loadBalancerClass,
        String loadBalancerIP,
        List<String> loadBalancerSourceRanges,

        @ListMap({"port", "protocol"}) @StrategicMerge(value = "merge", key = "port")
        List<ServicePort> ports,

        boolean publishNotReadyAddresses,
        @Atomic Map<String, String> selector,
        String sessionAffinity,
        @Nullable SessionAffinityConfig sessionAffinityConfig,
        @EmptyIsValue @Nullable String trafficDistribution)
        implements ServiceSpecBuilder.With {
    /** Nothing is set. */
    public static final ServiceSpec EMPTY = new ServiceSpec(
            "", null, "", List.of(), List.of(), "", "", 0, null, List.of(), null, null, "", List.of(), List.of(), false,
            Map.of(), "", null, null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ServiceSpec {
        type = requireNonNullElse(type, "");
        clusterIP = requireNonNullElse(clusterIP, "");
        clusterIPs = Ordered.list(clusterIPs);
        externalIPs = Ordered.list(externalIPs);
        externalName = requireNonNullElse(externalName, "");
        externalTrafficPolicy = requireNonNullElse(externalTrafficPolicy, "");
        ipFamilies = Ordered.list(ipFamilies);
        loadBalancerIP = requireNonNullElse(loadBalancerIP, "");
        loadBalancerSourceRanges = Ordered.list(loadBalancerSourceRanges);
        ports = Ordered.list(ports);
        selector = Ordered.map(selector);
        sessionAffinity = requireNonNullElse(sessionAffinity, "");
    }
}
