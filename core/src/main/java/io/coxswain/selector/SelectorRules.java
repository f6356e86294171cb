package io.coxswain.selector;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.LabelSelectorRequirement;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with labels and selectors in resources; see {@code apimachinery/pkg/apis/meta/v1/validation}. */
public final class SelectorRules {
    private SelectorRules() {}

    /** Adds what is wrong with the labels at this field; nothing is if there are none. */
    public static void labels(Map<String, String> labels, String field, FieldErrors errors) {
        if (!labels.isEmpty()) {
            FieldErrors at = errors.at(field);
            labels.forEach((key, value) -> {
                at.name(key, Names::labelKey);
                at.name(value, Names::labelValue);
            });
        }
    }

    /** Adds what is wrong with the selector at this field; nothing is if there is none. */
    public static void selector(@Nullable LabelSelector selector, String field, FieldErrors errors) {
        if (selector != null) {
            FieldErrors at = errors.at(field);
            labels(selector.matchLabels(), "matchLabels", at);
            List<LabelSelectorRequirement> expressions = selector.matchExpressions();
            for (int i = 0; i < expressions.size(); i++) {
                requirement(expressions.get(i), at.at("matchExpressions", i));
            }
        }
    }

    private static void requirement(LabelSelectorRequirement requirement, FieldErrors errors) {
        List<String> values = requirement.values();
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    errors.at("values").required("must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    errors.at("values").forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            default -> errors.at("operator").invalid(requirement.operator(), "not a valid selector operator");
        }
        errors.requireName("key", requirement.key(), Names::labelKey);
        for (int i = 0; i < values.size(); i++) {
            String problem = Names.labelValue(values.get(i));
            if (problem != null) {
                errors.at("values", i).invalid(values.get(i), problem);
            }
        }
    }
}
