package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.validation.Names;

/** What Coxswain knows of the kind {@link Service} besides its fields. */
final class ServiceRules {
    private ServiceRules() {}

    static Kind<Service> kind() {
        return Kind.builder("v1", "Service", Service.class)
                .shortNames("svc")
                .defaults(ServiceDefaults::service)
                .validation(ServiceValidation::validate)
                .name(Names::dns1035Label)
                .generation(GenerationRule.NONE)
                .field("spec.clusterIP", service -> service.spec().clusterIP())
                .field("spec.type", service -> service.spec().type())
                .build();
    }
}
