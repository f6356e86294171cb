// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ServiceSpec that
                        && publishNotReadyAddresses == that.publishNotReadyAddresses
                        && healthCheckNodePort == that.healthCheckNodePort
                        && type.equals(that.type)
                        && Objects.equals(allocateLoadBalancerNodePorts, that.allocateLoadBalancerNodePorts)
                        && clusterIP.equals(that.clusterIP)
                        && clusterIPs.equals(that.clusterIPs)
                        && externalIPs.equals(that.externalIPs)
                        && externalName.equals(that.externalName)
                        && externalTrafficPolicy.equals(that.externalTrafficPolicy)
                        && Objects.equals(internalTrafficPolicy, that.internalTrafficPolicy)
                        && ipFamilies.equals(that.ipFamilies)
                        && Objects.equals(ipFamilyPolicy, that.ipFamilyPolicy)
                        && Objects.equals(loadBalancerClass, that.loadBalancerClass)
                        && loadBalancerIP.equals(that.loadBalancerIP)
                        && loadBalancerSourceRanges.equals(that.loadBalancerSourceRanges)
                        && ports.equals(that.ports)
                        && selector.equals(that.selector)
                        && sessionAffinity.equals(that.sessionAffinity)
                        && Objects.equals(sessionAffinityConfig, that.sessionAffinityConfig)
                        && Objects.equals(trafficDistribution, that.trafficDistribution));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + Objects.hashCode(allocateLoadBalancerNodePorts);
        hash = 31 * hash + clusterIP.hashCode();
        hash = 31 * hash + clusterIPs.hashCode();
        hash = 31 * hash + externalIPs.hashCode();
        hash = 31 * hash + externalName.hashCode();
        hash = 31 * hash + externalTrafficPolicy.hashCode();
        hash = 31 * hash + Integer.hashCode(healthCheckNodePort);
        hash = 31 * hash + Objects.hashCode(internalTrafficPolicy);
        hash = 31 * hash + ipFamilies.hashCode();
        hash = 31 * hash + Objects.hashCode(ipFamilyPolicy);
        hash = 31 * hash + Objects.hashCode(loadBalancerClass);
        hash = 31 * hash + loadBalancerIP.hashCode();
        hash = 31 * hash + loadBalancerSourceRanges.hashCode();
        hash = 31 * hash + ports.hashCode();
        hash = 31 * hash + Boolean.hashCode(publishNotReadyAddresses);
        hash = 31 * hash + selector.hashCode();
        hash = 31 * hash + sessionAffinity.hashCode();
        hash = 31 * hash + Objects.hashCode(sessionAffinityConfig);
        hash = 31 * hash + Objects.hashCode(trafficDistribution);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
