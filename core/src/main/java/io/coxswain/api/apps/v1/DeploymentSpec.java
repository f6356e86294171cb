// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.soabase.recordbuilder.core.RecordBuilder;
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
}
