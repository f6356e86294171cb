// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.resource.WithStatus;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** Keeps a number of equal pods running and rolls them from one template to the next. */
public record Deployment(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten DeploymentSpec spec,
        @AlwaysWritten DeploymentStatus status)
        implements Resource<Deployment>, WithMetadata<Deployment>, WithStatus<Deployment, DeploymentStatus> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Deployment> KIND = DeploymentRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Deployment {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, DeploymentSpec.EMPTY);
        status = requireNonNullElse(status, DeploymentStatus.EMPTY);
    }

    /** A Deployment as {@code kubectl create deployment} makes it: its pods are labelled {@code app=<name>}. */
    public static Deployment of(String name, int replicas, Container... containers) {
        ObjectMeta labelled = ObjectMeta.EMPTY.withLabel("app", name);
        DeploymentSpec spec = DeploymentSpec.EMPTY
                .withReplicas(replicas)
                .withSelector(LabelSelector.of("app", name))
                .withTemplate(new PodTemplateSpec(labelled, PodSpec.of(containers)));
        return new Deployment(labelled.withName(name), spec, DeploymentStatus.EMPTY);
    }

    /** This with another number of pods asked for. */
    public Deployment withReplicas(int replicas) {
        return withSpec(spec.withReplicas(replicas));
    }

    /** This with another pod template's spec: the pods are rolled to it. */
    public Deployment withTemplateSpec(PodSpec podSpec) {
        return withSpec(spec.withTemplate(spec.template().withSpec(podSpec)));
    }

    /** Whether the status tells of this spec and enough pods are available: the condition Available is True. */
    public boolean isAvailable() {
        return isObserved()
                && status.condition("Available")
                        .filter(DeploymentCondition::isTrue)
                        .isPresent();
    }

    /**
     * Whether all pods asked for are of the newest template and available, and no others are left. As in Kubernetes'
     * {@code deployment/util.DeploymentComplete}.
     */
    public boolean isComplete() {
        int wanted = spec.replicas() == null ? 1 : spec.replicas();
        return isObserved()
                && status.updatedReplicas() == wanted
                && status.replicas() == wanted
                && status.availableReplicas() == wanted;
    }

    /** Whether the status tells of this spec and not of an earlier one. */
    private boolean isObserved() {
        return status.observedGeneration() >= metadata.generation();
    }

    /** This with another {@code metadata}. */
    @Override
    public Deployment withMetadata(ObjectMeta metadata) {
        return new Deployment(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Deployment withSpec(DeploymentSpec spec) {
        return new Deployment(metadata, spec, status);
    }

    /** This with another {@code status}. */
    @Override
    public Deployment withStatus(DeploymentStatus status) {
        return new Deployment(metadata, spec, status);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Deployment that
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
