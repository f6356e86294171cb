// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address at which a load balancer takes a Service's traffic. */
public record LoadBalancerIngress(
        String hostname, String ip, @EmptyIsValue @Nullable String ipMode, List<PortStatus> ports) {
    /** Nothing is set. */
    public static final LoadBalancerIngress EMPTY = new LoadBalancerIngress("", "", null, List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public LoadBalancerIngress {
        hostname = requireNonNullElse(hostname, "");
        ip = requireNonNullElse(ip, "");
        ports = Ordered.list(ports);
    }

    /** This with another {@code hostname}. */
    public LoadBalancerIngress withHostname(String hostname) {
        return new LoadBalancerIngress(hostname, ip, ipMode, ports);
    }

    /** This with another {@code ip}. */
    public LoadBalancerIngress withIp(String ip) {
        return new LoadBalancerIngress(hostname, ip, ipMode, ports);
    }

    /** This with another {@code ipMode}. */
    public LoadBalancerIngress withIpMode(@Nullable String ipMode) {
        return new LoadBalancerIngress(hostname, ip, ipMode, ports);
    }

    /** This with another {@code ports}. */
    public LoadBalancerIngress withPorts(List<PortStatus> ports) {
        return new LoadBalancerIngress(hostname, ip, ipMode, ports);
    }
}
