// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.resource.WithStatus;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One address for a changing set of pods. */
public record Service(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten ServiceSpec spec,
        @AlwaysWritten ServiceStatus status)
        implements Resource<Service>, WithMetadata<Service>, WithStatus<Service, ServiceStatus> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Service> KIND = ServiceRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Service {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, ServiceSpec.EMPTY);
        status = requireNonNullElse(status, ServiceStatus.EMPTY);
    }

    /** A Service of this name and port for the pods labelled {@code app=<name>}, whose containers listen on another port. */
    public static Service of(String name, int port, int targetPort) {
        ServicePort only = new ServicePort("", null, 0, port, "TCP", IntOrString.of(targetPort));
        ServiceSpec spec = ServiceSpec.EMPTY.withPorts(List.of(only)).withSelector(Ordered.map("app", name));
        return new Service(ObjectMeta.named(name), spec, ServiceStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    @Override
    public Service withMetadata(ObjectMeta metadata) {
        return new Service(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Service withSpec(ServiceSpec spec) {
        return new Service(metadata, spec, status);
    }

    /** This with another {@code status}. */
    @Override
    public Service withStatus(ServiceStatus status) {
        return new Service(metadata, spec, status);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Service that
                        && metadata.equals(that.metadata)
                        && spec.equals(that.spec)
                        && status.equals(that.status));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + spec.hashCode();
        hash = 31 * hash + status.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
