package io.coxswain.api.core.v1;

import io.coxswain.resource.MetadataRules;
import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import java.util.Map;

/**
 * Says what is wrong with a template of pods; see {@code ValidatePodTemplateSpec} in Kubernetes. For kinds that hold one,
 * those of applications too.
 */
public final class PodTemplateValidation {
    private PodTemplateValidation() {}

    /** Adds what is wrong with the template to where the template is. */
    public static void validate(PodTemplateSpec template, FieldErrors errors) {
        Map<String, String> annotations = template.metadata().annotations();
        PodScope scope = new PodScope(template.spec(), null, List.of());
        SelectorRules.labels(template.metadata().labels(), "labels", errors);
        if (!annotations.isEmpty()) {
            MetadataRules.annotations(annotations, errors.at("annotations"));
            ProfileAnnotations.validate(annotations, scope, errors.at("annotations"));
        }
        FieldErrors spec = errors.at("spec");
        PodSpecValidation.validate(scope, spec);
        ProfileAnnotations.agree(annotations, template.spec(), spec);
        if (!template.spec().ephemeralContainers().isEmpty()) {
            spec.at("ephemeralContainers").forbidden("ephemeral containers not allowed in pod template");
        }
    }
}
