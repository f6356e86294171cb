package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;

/** What Coxswain knows of the kind {@link Pod} besides its fields. */
final class PodRules {
    private PodRules() {}

    static Kind<Pod> kind() {
        return Kind.builder("v1", "Pod", Pod.class)
                .shortNames("po")
                .defaults(PodDefaults::pod)
                .validation(PodValidation::validate)
                .generation(GenerationRule.NONE)
                .field("spec.nodeName", pod -> pod.spec().nodeName())
                .field("spec.restartPolicy", pod -> pod.spec().restartPolicy())
                .field("spec.schedulerName", pod -> pod.spec().schedulerName())
                .field("spec.serviceAccountName", pod -> pod.spec().serviceAccountName())
                .field("spec.hostNetwork", pod -> Boolean.toString(pod.spec().hostNetwork()))
                .field("status.phase", pod -> pod.status().phase())
                .field("status.podIP", pod -> pod.status().podIP())
                .field("status.nominatedNodeName", pod -> pod.status().nominatedNodeName())
                .build();
    }
}
