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
import org.jspecify.annotations.Nullable;

/** One or more containers that run together on a node and share an address. */
public record Pod(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten PodSpec spec,
        @AlwaysWritten PodStatus status) implements Resource<Pod>, WithMetadata<Pod>, WithStatus<Pod, PodStatus> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Pod> KIND = PodRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Pod {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, PodSpec.EMPTY);
        status = requireNonNullElse(status, PodStatus.EMPTY);
    }

    /** A pod of this name that runs these containers. */
    public static Pod of(String name, Container... containers) {
        return new Pod(ObjectMeta.named(name), PodSpec.of(containers), PodStatus.EMPTY);
    }

    /** Whether the condition Ready is True: the pod may get requests. */
    public boolean isReady() {
        return status.condition("Ready").filter(PodCondition::isTrue).isPresent();
    }

    /** Whether all containers have ended for good: the phase is Succeeded or Failed. */
    public boolean isTerminal() {
        return status.phase().equals("Succeeded") || status.phase().equals("Failed");
    }

    /** This with another {@code metadata}. */
    @Override
    public Pod withMetadata(ObjectMeta metadata) {
        return new Pod(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Pod withSpec(PodSpec spec) {
        return new Pod(metadata, spec, status);
    }

    /** This with another {@code status}. */
    @Override
    public Pod withStatus(PodStatus status) {
        return new Pod(metadata, spec, status);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Pod that
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
