// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.IntOrString;
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
}
