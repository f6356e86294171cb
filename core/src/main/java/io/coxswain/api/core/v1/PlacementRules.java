package io.coxswain.api.core.v1;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pods may say of taints and of how evenly they are spread, and nodes of taints. */
final class PlacementRules {
    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
    private static final List<String> ACTIONS = List.of("DoNotSchedule", "ScheduleAnyway");
    private static final List<String> NODE_POLICIES = List.of("Honor", "Ignore");
    private static final String POSITIVE = "must be greater than zero";

    private PlacementRules() {}

    static void tolerations(List<Toleration> tolerations, FieldErrors spec) {
        for (int i = 0; i < tolerations.size(); i++) {
            Toleration toleration = tolerations.get(i);
            FieldErrors errors = spec.at("tolerations", i);
            boolean exists = toleration.operator().equals("Exists");
            if (!toleration.key().isEmpty()) {
                errors.requireName("key", toleration.key(), Names::labelKey);
            } else if (!exists) {
                errors.at("operator")
                        .invalid(
                                toleration.operator(),
                                "operator must be Exists when `key` is empty, which means \"match all values and all"
                                        + " keys\"");
            }
            if (toleration.tolerationSeconds() != null && !toleration.effect().equals("NoExecute")) {
                errors.at("effect")
                        .invalid(toleration.effect(), "effect must be 'NoExecute' when `tolerationSeconds` is set");
            }
            operator(toleration, errors);
            if (!toleration.effect().isEmpty()) {
                errors.requireOneOf("effect", toleration.effect(), EFFECTS);
            }
        }
    }

    private static void operator(Toleration toleration, FieldErrors errors) {
        switch (toleration.operator()) {
            case "Equal", "" -> errors.requireName("operator", toleration.value(), Names::labelValue);
            case "Exists" -> {
                if (!toleration.value().isEmpty()) {
                    errors.at("operator")
                            .invalid(toleration.value(), "value must be empty when `operator` is 'Exists'");
                }
            }
            default -> errors.at("operator").notSupported(toleration.operator(), List.of("Equal", "Exists"));
        }
    }

    static void taints(List<Taint> taints, FieldErrors parent) {
        for (int i = 0; i < taints.size(); i++) {
            Taint taint = taints.get(i);
            FieldErrors errors = parent.at("taints", i);
            errors.requireName("key", taint.key(), Names::labelKey);
            errors.requireName("value", taint.value(), Names::labelValue);
            errors.requireOneOf("effect", taint.effect(), EFFECTS);
            for (int j = 0; j < i; j++) {
                if (taints.get(j).key().equals(taint.key())
                        && taints.get(j).effect().equals(taint.effect())) {
                    errors.duplicate(taint.key() + ":" + taint.effect());
                    break;
                }
            }
        }
    }

    static void spread(List<TopologySpreadConstraint> constraints, FieldErrors spec) {
        for (int i = 0; i < constraints.size(); i++) {
            TopologySpreadConstraint constraint = constraints.get(i);
            FieldErrors errors = spec.at("topologySpreadConstraints", i);
            if (constraint.maxSkew() <= 0) {
                errors.at("maxSkew").invalid(constraint.maxSkew(), POSITIVE);
            }
            if (constraint.topologyKey().isEmpty()) {
                errors.at("topologyKey").required("can not be empty");
            }
            requireOneOf("whenUnsatisfiable", constraint.whenUnsatisfiable(), ACTIONS, errors);
            if (isRepeated(constraint, constraints, i + 1)) {
                errors.at("{topologyKey, whenUnsatisfiable}")
                        .duplicate("{" + constraint.topologyKey() + ", " + constraint.whenUnsatisfiable() + "}");
            }
            minDomains(constraint, errors);
            requireOneOf("nodeAffinityPolicy", constraint.nodeAffinityPolicy(), NODE_POLICIES, errors);
            requireOneOf("nodeTaintsPolicy", constraint.nodeTaintsPolicy(), NODE_POLICIES, errors);
            labelKeys(constraint.matchLabelKeys(), constraint.labelSelector(), errors);
            SelectorRules.selector(constraint.labelSelector(), "labelSelector", errors);
        }
    }

    private static void requireOneOf(String field, @Nullable String value, List<String> known, FieldErrors errors) {
        if (value != null && !known.contains(value)) {
            errors.at(field).notSupported(value, known);
        }
    }

    private static boolean isRepeated(
            TopologySpreadConstraint constraint, List<TopologySpreadConstraint> constraints, int from) {
        for (int i = from; i < constraints.size(); i++) {
            TopologySpreadConstraint other = constraints.get(i);
            if (other.topologyKey().equals(constraint.topologyKey())
                    && other.whenUnsatisfiable().equals(constraint.whenUnsatisfiable())) {
                return true;
            }
        }
        return false;
    }

    private static void minDomains(TopologySpreadConstraint constraint, FieldErrors errors) {
        Integer domains = constraint.minDomains();
        if (domains == null) {
            return;
        }
        if (domains <= 0) {
            errors.at("minDomains").invalid(domains, POSITIVE);
        }
        if (!constraint.whenUnsatisfiable().equals("DoNotSchedule")) {
            errors.at("minDomains")
                    .invalid(
                            domains,
                            "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not "
                                    + constraint.whenUnsatisfiable());
        }
    }

    private static void labelKeys(List<String> keys, @Nullable LabelSelector selector, FieldErrors errors) {
        if (!keys.isEmpty() && selector == null) {
            errors.at("matchLabelKeys").forbidden("must not be specified when labelSelector is not set");
        }
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            FieldErrors at = errors.at("matchLabelKeys", i);
            at.name(key, Names::labelKey);
            if (selector != null
                    && (selector.matchLabels().containsKey(key)
                            || selector.matchExpressions().stream()
                                    .anyMatch(each -> each.key().equals(key)))) {
                at.invalid(key, "exists in both matchLabelKeys and labelSelector");
            }
        }
    }
}
