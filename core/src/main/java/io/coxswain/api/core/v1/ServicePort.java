// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.IntOrString;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A port of a Service and the port of its pods that it leads to. */
public record ServicePort(
        String name,
        @EmptyIsValue @Nullable String appProtocol,
        int nodePort,
        @Required @AlwaysWritten int port,
        String protocol,
        @AlwaysWritten IntOrString targetPort) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ServicePort {
        name = requireNonNullElse(name, "");
        protocol = requireNonNullElse(protocol, "");
        targetPort = requireNonNullElse(targetPort, IntOrString.ZERO);
    }

    /** This with another {@code name}. */
    public ServicePort withName(String name) {
        return new ServicePort(name, appProtocol, nodePort, port, protocol, targetPort);
    }

    /** This with another {@code appProtocol}. */
    public ServicePort withAppProtocol(@Nullable String appProtocol) {
        return new ServicePort(name, appProtocol, nodePort, port, protocol, targetPort);
    }

    /** This with another {@code nodePort}. */
    public ServicePort withNodePort(int nodePort) {
        return new ServicePort(name, appProtocol, nodePort, port, protocol, targetPort);
    }

    /** This with another {@code port}. */
    public ServicePort withPort(int port) {
        return new ServicePort(name, appProtocol, nodePort, port, protocol, targetPort);
    }

    /** This with another {@code protocol}. */
    public ServicePort withProtocol(String protocol) {
        return new ServicePort(name, appProtocol, nodePort, port, protocol, targetPort);
    }

    /** This with another {@code targetPort}. */
    public ServicePort withTargetPort(IntOrString targetPort) {
        return new ServicePort(name, appProtocol, nodePort, port, protocol, targetPort);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ServicePort that
                        && port == that.port
                        && nodePort == that.nodePort
                        && name.equals(that.name)
                        && Objects.equals(appProtocol, that.appProtocol)
                        && protocol.equals(that.protocol)
                        && targetPort.equals(that.targetPort));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(appProtocol);
        hash = 31 * hash + Integer.hashCode(nodePort);
        hash = 31 * hash + Integer.hashCode(port);
        hash = 31 * hash + protocol.hashCode();
        hash = 31 * hash + targetPort.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
