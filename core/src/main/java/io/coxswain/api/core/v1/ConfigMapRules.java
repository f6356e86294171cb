package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;

/** What Coxswain knows of the kind {@link ConfigMap} besides its fields. */
final class ConfigMapRules {
    private ConfigMapRules() {}

    static Kind<ConfigMap> kind() {
        return Kind.builder("v1", "ConfigMap", ConfigMap.class)
                .shortNames("cm")
                .generation(GenerationRule.NONE)
                .validation(DataValidation::configMap)
                .build();
    }
}
