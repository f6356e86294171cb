package io.coxswain.api.apps.v1;

import io.coxswain.resource.Kind;

/** What Coxswain knows of the kind {@link Deployment} besides its fields. */
final class DeploymentRules {
    private DeploymentRules() {}

    static Kind<Deployment> kind() {
        return Kind.builder("apps/v1", "Deployment", Deployment.class)
                .shortNames("deploy")
                .defaults(DeploymentDefaults::deployment)
                .validation(DeploymentValidation::validate)
                .build();
    }
}
