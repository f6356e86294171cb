// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a ReplicaSet is asked to run: how many pods, selected how, from which template. */
public record ReplicaSetSpec(
        int minReadySeconds,
        @Nullable Integer replicas,
        @Required @Nullable LabelSelector selector,
        @AlwaysWritten PodTemplateSpec template) {
    /** Nothing is set. */
    public static final ReplicaSetSpec EMPTY = new ReplicaSetSpec(0, null, null, PodTemplateSpec.EMPTY);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ReplicaSetSpec {
        template = requireNonNullElse(template, PodTemplateSpec.EMPTY);
    }

    /** This with another {@code minReadySeconds}. */
    public ReplicaSetSpec withMinReadySeconds(int minReadySeconds) {
        return new ReplicaSetSpec(minReadySeconds, replicas, selector, template);
    }

    /** This with another {@code replicas}. */
    public ReplicaSetSpec withReplicas(@Nullable Integer replicas) {
        return new ReplicaSetSpec(minReadySeconds, replicas, selector, template);
    }

    /** This with another {@code selector}. */
    public ReplicaSetSpec withSelector(@Nullable LabelSelector selector) {
        return new ReplicaSetSpec(minReadySeconds, replicas, selector, template);
    }

    /** This with another {@code template}. */
    public ReplicaSetSpec withTemplate(PodTemplateSpec template) {
        return new ReplicaSetSpec(minReadySeconds, replicas, selector, template);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ReplicaSetSpec that
                        && minReadySeconds == that.minReadySeconds
                        && Objects.equals(replicas, that.replicas)
                        && Objects.equals(selector, that.selector)
                        && template.equals(that.template));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Integer.hashCode(minReadySeconds);
        hash = 31 * hash + Objects.hashCode(replicas);
        hash = 31 * hash + Objects.hashCode(selector);
        hash = 31 * hash + template.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
