package io.coxswain.api.coordination.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;

/** What Coxswain knows of the kind {@link Lease} besides its fields. */
final class LeaseRules {
    private LeaseRules() {}

    static Kind<Lease> kind() {
        return Kind.builder("coordination.k8s.io/v1", "Lease", Lease.class)
                .generation(GenerationRule.NONE)
                .validation(LeaseValidation::validate)
                .build();
    }
}
