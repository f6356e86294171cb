// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LoadBalancerIngress that
                        && hostname.equals(that.hostname)
                        && ip.equals(that.ip)
                        && Objects.equals(ipMode, that.ipMode)
                        && ports.equals(that.ports));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = hostname.hashCode();
        hash = 31 * hash + ip.hashCode();
        hash = 31 * hash + Objects.hashCode(ipMode);
        hash = 31 * hash + ports.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
