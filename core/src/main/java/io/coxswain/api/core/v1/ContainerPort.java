// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
