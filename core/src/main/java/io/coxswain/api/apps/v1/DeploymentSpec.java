// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a Deployment is asked to run: how many pods, from which template, replaced how. */
@RecordBuilder
public record DeploymentSpec(
        int minReadySeconds,
        boolean paused,
        @Nullable Integer progressDeadlineSeconds,
        @Nullable Integer replicas,
        @Nullable Integer revisionHistoryLimit,
        @Required @Nullable LabelSelector selector,
        @AlwaysWritten @StrategicMerge("retainKeys") DeploymentStrategy strategy,
        @Required @AlwaysWritten PodTemplateSpec template)
        implements DeploymentSpecBuilder.With {
    /** Nothing is set. */
    public static final DeploymentSpec EMPTY =
            new DeploymentSpec(0, false, null, null, null, null, DeploymentStrategy.EMPTY, PodTemplateSpec.EMPTY);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DeploymentSpec {
        strategy = requireNonNullElse(strategy, DeploymentStrategy.EMPTY);
        template = requireNonNullElse(template, PodTemplateSpec.EMPTY);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DeploymentSpec that
                        && paused == that.paused
                        && minReadySeconds == that.minReadySeconds
                        && Objects.equals(progressDeadlineSeconds, that.progressDeadlineSeconds)
                        && Objects.equals(replicas, that.replicas)
                        && Objects.equals(revisionHistoryLimit, that.revisionHistoryLimit)
                        && Objects.equals(selector, that.selector)
                        && strategy.equals(that.strategy)
                        && template.equals(that.template));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Integer.hashCode(minReadySeconds);
        hash = 31 * hash + Boolean.hashCode(paused);
        hash = 31 * hash + Objects.hashCode(progressDeadlineSeconds);
        hash = 31 * hash + Objects.hashCode(replicas);
        hash = 31 * hash + Objects.hashCode(revisionHistoryLimit);
        hash = 31 * hash + Objects.hashCode(selector);
        hash = 31 * hash + strategy.hashCode();
        hash = 31 * hash + template.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
