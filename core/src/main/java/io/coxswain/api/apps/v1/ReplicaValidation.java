package io.coxswain.api.apps.v1;

import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.core.v1.PodTemplateValidation;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Deployments and ReplicaSets have in common; see {@code apps/validation/validation.go} in Kubernetes. */
final class ReplicaValidation {
    private ReplicaValidation() {}

    static void replicaSet(ReplicaSet set, @Nullable ReplicaSet old, FieldErrors errors) {
        ReplicaSetSpec spec = set.spec();
        if (old != null && old.spec() == spec) {
            return;
        }
        FieldErrors at = errors.at("spec");
        replicas(spec.replicas(), spec.minReadySeconds(), at);
        selector(spec.selector(), spec.template(), at);
        if (old != null) {
            sameSelector(spec.selector(), old.spec().selector(), at);
        }
    }

    static void replicas(@Nullable Integer replicas, int minReadySeconds, FieldErrors spec) {
        if (replicas != null) {
            spec.requireNotNegative("replicas", replicas);
        }
        spec.requireNotNegative("minReadySeconds", minReadySeconds);
    }

    static void sameSelector(@Nullable LabelSelector now, @Nullable LabelSelector old, FieldErrors spec) {
        if (!Objects.equals(now, old)) {
            spec.at("selector").invalid(now, "field is immutable");
        }
    }

    /** The selector, and the template, whose pods it must select; an unreadable selector hides what the template has. */
    static void selector(@Nullable LabelSelector selector, PodTemplateSpec template, FieldErrors spec) {
        int before = spec.size();
        SelectorRules.selector(selector, "selector", spec);
        boolean readable = spec.size() == before;
        boolean everything = LabelSelector.EMPTY.equals(selector);
        if (selector == null) {
            spec.at("selector").required("");
        } else if (everything) {
            spec.at("selector").invalid("", "empty selector is invalid");
        } else if (!readable) {
            spec.at("selector").invalid("", "invalid label selector");
            return;
        }
        FieldErrors at = spec.at("template");
        if (!everything
                && !LabelSelection.of(selector).matches(template.metadata().labels())) {
            at.at("metadata")
                    .at("labels")
                    .invalid(template.metadata().labels(), "`selector` does not match template `labels`");
        }
        template(template, at);
    }

    /** Pods that are kept running are always restarted and have no deadline. */
    private static void template(PodTemplateSpec template, FieldErrors errors) {
        PodTemplateValidation.validate(template, errors);
        String policy = template.spec().restartPolicy();
        if (!policy.equals("Always")) {
            errors.at("spec").at("restartPolicy").notSupported(policy, List.of("Always"));
        }
        if (template.spec().activeDeadlineSeconds() != null) {
            errors.at("spec")
                    .at("activeDeadlineSeconds")
                    .forbidden("activeDeadlineSeconds in ReplicaSet is not Supported");
        }
    }
}
