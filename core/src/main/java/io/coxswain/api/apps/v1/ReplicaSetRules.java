package io.coxswain.api.apps.v1;

import io.coxswain.resource.Kind;

/** What Coxswain knows of the kind {@link ReplicaSet} besides its fields. */
final class ReplicaSetRules {
    private ReplicaSetRules() {}

    static Kind<ReplicaSet> kind() {
        return Kind.builder("apps/v1", "ReplicaSet", ReplicaSet.class)
                .shortNames("rs")
                .defaults(DeploymentDefaults::replicaSet)
                .validation(ReplicaValidation::replicaSet)
                .field("status.replicas", set -> Integer.toString(set.status().replicas()))
                .build();
    }
}
