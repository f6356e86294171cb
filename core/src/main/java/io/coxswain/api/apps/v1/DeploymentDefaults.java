package io.coxswain.api.apps.v1;

import io.coxswain.api.core.v1.PodDefaults;
import io.coxswain.value.IntOrString;
import org.jspecify.annotations.Nullable;

/** What an author may leave out of a Deployment or ReplicaSet (Kubernetes {@code pkg/apis/apps/v1/defaults.go}). */
final class DeploymentDefaults {
    private static final int HISTORY_LIMIT = 10;
    private static final int DEADLINE_SECONDS = 600;

    private DeploymentDefaults() {}

    static Deployment deployment(Deployment deployment) {
        DeploymentSpec spec = deployment.spec();
        DeploymentSpec complete = spec.with(builder -> builder.replicas(or(spec.replicas(), 1))
                .revisionHistoryLimit(or(spec.revisionHistoryLimit(), HISTORY_LIMIT))
                .progressDeadlineSeconds(or(spec.progressDeadlineSeconds(), DEADLINE_SECONDS))
                .strategy(strategy(spec.strategy()))
                .template(PodDefaults.template(spec.template())));
        return complete.equals(spec) ? deployment : deployment.withSpec(complete);
    }

    static ReplicaSet replicaSet(ReplicaSet set) {
        ReplicaSetSpec spec = set.spec();
        ReplicaSetSpec complete =
                spec.withReplicas(or(spec.replicas(), 1)).withTemplate(PodDefaults.template(spec.template()));
        return complete.equals(spec) ? set : set.withSpec(complete);
    }

    private static Integer or(@Nullable Integer given, int otherwise) {
        return given == null ? Integer.valueOf(otherwise) : given;
    }

    private static DeploymentStrategy strategy(DeploymentStrategy strategy) {
        String type = strategy.type().isEmpty() ? "RollingUpdate" : strategy.type();
        if (!type.equals("RollingUpdate")) {
            return strategy.withType(type);
        }
        RollingUpdateDeployment given =
                strategy.rollingUpdate() == null ? RollingUpdateDeployment.EMPTY : strategy.rollingUpdate();
        IntOrString surge = given.maxSurge();
        IntOrString unavailable = given.maxUnavailable();
        return new DeploymentStrategy(
                type,
                new RollingUpdateDeployment(
                        surge == null ? IntOrString.percent(25) : surge,
                        unavailable == null ? IntOrString.percent(25) : unavailable));
    }
}
