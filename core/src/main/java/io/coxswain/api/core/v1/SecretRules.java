package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;

/** What Coxswain knows of the kind {@link Secret} besides its fields. */
final class SecretRules {
    private SecretRules() {}

    static Kind<Secret> kind() {
        return Kind.builder("v1", "Secret", Secret.class)
                .generation(GenerationRule.NONE)
                .defaults(secret -> secret.type().isEmpty() ? secret.withType("Opaque") : secret)
                .validation(DataValidation::secret)
                .field("type", secret -> secret.type())
                .build();
    }
}
