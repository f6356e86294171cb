// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A port on which a container listens. */
public record ContainerPort(
        String name, @Required @AlwaysWritten int containerPort, String hostIP, int hostPort, String protocol) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ContainerPort {
        name = requireNonNullElse(name, "");
        hostIP = requireNonNullElse(hostIP, "");
        protocol = requireNonNullElse(protocol, "");
    }

    /** This with another {@code name}. */
    public ContainerPort withName(String name) {
        return new ContainerPort(name, containerPort, hostIP, hostPort, protocol);
    }

    /** This with another {@code containerPort}. */
    public ContainerPort withContainerPort(int containerPort) {
        return new ContainerPort(name, containerPort, hostIP, hostPort, protocol);
    }

    /** This with another {@code hostIP}. */
    public ContainerPort withHostIP(String hostIP) {
        return new ContainerPort(name, containerPort, hostIP, hostPort, protocol);
    }

    /** This with another {@code hostPort}. */
    public ContainerPort withHostPort(int hostPort) {
        return new ContainerPort(name, containerPort, hostIP, hostPort, protocol);
    }

    /** This with another {@code protocol}. */
    public ContainerPort withProtocol(String protocol) {
        return new ContainerPort(name, containerPort, hostIP, hostPort, protocol);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerPort that
                        && hostPort == that.hostPort
                        && containerPort == that.containerPort
                        && name.equals(that.name)
                        && hostIP.equals(that.hostIP)
                        && protocol.equals(that.protocol));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Integer.hashCode(containerPort);
        hash = 31 * hash + hostIP.hashCode();
        hash = 31 * hash + Integer.hashCode(hostPort);
        hash = 31 * hash + protocol.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
