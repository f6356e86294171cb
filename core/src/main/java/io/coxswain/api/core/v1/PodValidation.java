package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a pod; see {@code ValidatePodCreate} and {@code ValidatePodUpdate} in Kubernetes. */
final class PodValidation {
    private PodValidation() {}

    static void validate(Pod pod, @Nullable Pod old, FieldErrors errors) {
        if (old != null
                && old.spec() == pod.spec()
                && old.metadata().annotations() == pod.metadata().annotations()) {
            // nothing that is judged has changed, as in each update of a status
            return;
        }
        PodScope scope = new PodScope(pod.spec(), pod.metadata(), List.of());
        FieldErrors spec = errors.at("spec");
        annotations(pod, old, scope, errors);
        PodSpecValidation.validate(scope, spec);
        tokens(pod.spec(), spec);
        ContainerValidation.trimmedImages(pod.spec().containers(), "containers", spec);
        ContainerValidation.trimmedImages(pod.spec().initContainers(), "initContainers", spec);
        if (old == null) {
            onlyOnCreate(pod, spec);
        } else {
            PodUpdateValidation.validate(pod.spec(), old.spec(), spec);
        }
    }

    private static void annotations(Pod pod, @Nullable Pod old, PodScope scope, FieldErrors errors) {
        Map<String, String> now = pod.metadata().annotations();
        if (now.isEmpty() && (old == null || old.metadata().annotations().isEmpty())) {
            return;
        }
        FieldErrors at = errors.at("metadata").at("annotations");
        ProfileAnnotations.validate(now, scope, at);
        if (old == null) {
            return;
        }
        Map<String, String> before = old.metadata().annotations();
        before.forEach((key, value) -> {
            if (isFixed(key) && !value.equals(now.get(key))) {
                at.key(key).forbidden("may not remove or update this annotation");
            }
        });
        now.forEach((key, value) -> {
            if (isFixed(key) && !before.containsKey(key)) {
                at.key(key).forbidden("may not add this annotation");
            }
        });
    }

    private static boolean isFixed(String annotation) {
        return annotation.equals(ProfileAnnotations.MIRROR) || annotation.startsWith(ProfileAnnotations.APP_ARMOR);
    }

    private static void tokens(PodSpec pod, FieldErrors spec) {
        if (!pod.serviceAccountName().isEmpty()) {
            return;
        }
        for (int i = 0; i < pod.volumes().size(); i++) {
            ProjectedVolumeSource projected = pod.volumes().get(i).projected();
            for (int j = 0; projected != null && j < projected.sources().size(); j++) {
                if (projected.sources().get(j).serviceAccountToken() != null) {
                    spec.at("volumes", i)
                            .at("projected")
                            .at("sources", j)
                            .at("serviceAccountToken")
                            .forbidden("must not be specified when serviceAccountName is not set");
                }
            }
        }
    }

    private static void onlyOnCreate(Pod pod, FieldErrors spec) {
        if (!pod.spec().ephemeralContainers().isEmpty()) {
            spec.at("ephemeralContainers").forbidden("cannot be set on create");
        }
        if (!pod.spec().nodeName().isEmpty() && !pod.spec().schedulingGates().isEmpty()) {
            spec.at("nodeName").forbidden("cannot be set until all schedulingGates have been cleared");
        }
        ProfileAnnotations.agree(pod.metadata().annotations(), pod.spec(), spec);
    }
}
