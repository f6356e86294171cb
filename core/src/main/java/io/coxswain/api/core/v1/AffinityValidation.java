package io.coxswain.api.core.v1;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.LabelSelectorRequirement;
import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with where a pod would like to run. */
final class AffinityValidation {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final int LARGEST_WEIGHT = 100;

    private AffinityValidation() {}

    static void affinity(Affinity affinity, PodScope pod, FieldErrors errors) {
        NodeAffinity nodes = affinity.nodeAffinity();
        if (nodes != null) {
            nodes(nodes, errors.at("nodeAffinity"));
        }
        PodAffinity near = affinity.podAffinity();
        if (near != null) {
            FieldErrors at = errors.at("podAffinity");
            required(near.requiredDuringSchedulingIgnoredDuringExecution(), pod, at);
            preferred(near.preferredDuringSchedulingIgnoredDuringExecution(), pod, at);
        }
        PodAntiAffinity away = affinity.podAntiAffinity();
        if (away != null) {
            FieldErrors at = errors.at("podAntiAffinity");
            required(away.requiredDuringSchedulingIgnoredDuringExecution(), pod, at);
            preferred(away.preferredDuringSchedulingIgnoredDuringExecution(), pod, at);
        }
    }

    private static void nodes(NodeAffinity nodes, FieldErrors errors) {
        NodeSelector required = nodes.requiredDuringSchedulingIgnoredDuringExecution();
        if (required != null) {
            List<NodeSelectorTerm> terms = required.nodeSelectorTerms();
            FieldErrors at = errors.at(REQUIRED);
            if (terms.isEmpty()) {
                at.at("nodeSelectorTerms").required("must have at least one node selector term");
            }
            for (int i = 0; i < terms.size(); i++) {
                term(terms.get(i), LabelValues.CHECKED, at.at("nodeSelectorTerms", i));
            }
        }
        List<PreferredSchedulingTerm> preferred = nodes.preferredDuringSchedulingIgnoredDuringExecution();
        for (int i = 0; i < preferred.size(); i++) {
            FieldErrors at = errors.at(PREFERRED, i);
            weight(preferred.get(i).weight(), at);
            term(preferred.get(i).preference(), LabelValues.ANY, at.at("preference"));
        }
    }

    /** Whether values that no label can have are refused; what is only preferred may name them. */
    private enum LabelValues {
        CHECKED,
        ANY
    }

    private static void weight(int weight, FieldErrors errors) {
        if (weight < 1 || weight > LARGEST_WEIGHT) {
            errors.at("weight").invalid(weight, "must be in the range 1-100");
        }
    }

    private static void term(NodeSelectorTerm term, LabelValues mode, FieldErrors errors) {
        for (int i = 0; i < term.matchExpressions().size(); i++) {
            label(term.matchExpressions().get(i), mode, errors.at("matchExpressions", i));
        }
        for (int i = 0; i < term.matchFields().size(); i++) {
            field(term.matchFields().get(i), errors.at("matchFields", i));
        }
    }

    private static void label(NodeSelectorRequirement requirement, LabelValues mode, FieldErrors errors) {
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
            case "Gt", "Lt" -> {
                if (values.size() != 1) {
                    errors.at("values").required("must be specified single value when `operator` is 'Lt' or 'Gt'");
                }
            }
            default -> errors.at("operator").invalid(requirement.operator(), "not a valid selector operator");
        }
        errors.requireName("key", requirement.key(), Names::labelKey);
        for (int i = 0; mode == LabelValues.CHECKED && i < values.size(); i++) {
            errors.at("values", i).name(values.get(i), Names::labelValue);
        }
    }

    private static void field(NodeSelectorRequirement requirement, FieldErrors errors) {
        List<String> values = requirement.values();
        if (!requirement.operator().equals("In") && !requirement.operator().equals("NotIn")) {
            errors.at("operator").invalid(requirement.operator(), "not a valid selector operator");
        } else if (values.size() != 1) {
            errors.at("values")
                    .required("must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
        }
        if (!requirement.key().equals("metadata.name")) {
            errors.at("key").invalid(requirement.key(), "not a valid field selector key");
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            errors.at("values", i).name(values.get(i), Names::dns1123Subdomain);
        }
    }

    private static void required(List<PodAffinityTerm> terms, PodScope pod, FieldErrors errors) {
        for (int i = 0; i < terms.size(); i++) {
            pods(terms.get(i), pod, errors.at(REQUIRED, i));
        }
    }

    private static void preferred(List<WeightedPodAffinityTerm> terms, PodScope pod, FieldErrors errors) {
        for (int i = 0; i < terms.size(); i++) {
            FieldErrors at = errors.at(PREFERRED, i);
            weight(terms.get(i).weight(), at);
            pods(terms.get(i).podAffinityTerm(), pod, at.at("podAffinityTerm"));
        }
    }

    private static void pods(PodAffinityTerm term, PodScope pod, FieldErrors errors) {
        SelectorRules.selector(term.labelSelector(), "labelSelector", errors);
        SelectorRules.selector(term.namespaceSelector(), "namespaceSelector", errors);
        for (String namespace : term.namespaces()) {
            errors.requireName("namespace", namespace, Names::dns1123Label);
        }
        labelKeys("matchLabelKeys", term.matchLabelKeys(), term.labelSelector(), errors);
        labelKeys("mismatchLabelKeys", term.mismatchLabelKeys(), term.labelSelector(), errors);
        repeatedKeys(term, pod, errors);
        for (int i = 0; i < term.matchLabelKeys().size(); i++) {
            if (term.mismatchLabelKeys().contains(term.matchLabelKeys().get(i))) {
                errors.at("matchLabelKeys", i)
                        .invalid(term.matchLabelKeys().get(i), "exists in both matchLabelKeys and mismatchLabelKeys");
            }
        }
        if (term.topologyKey().isEmpty()) {
            errors.at("topologyKey").required("can not be empty");
        }
        errors.requireName("topologyKey", term.topologyKey(), Names::labelKey);
    }

    private static void labelKeys(
            String field, List<String> keys, @Nullable LabelSelector selector, FieldErrors errors) {
        if (!keys.isEmpty() && selector == null) {
            errors.at(field).forbidden("must not be specified when labelSelector is not set");
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            errors.at(field, i).name(keys.get(i), Names::labelKey);
        }
    }

    /** A key whose value is the pod's own can't be selected otherwise; Kubernetes reports at the term. */
    private static void repeatedKeys(PodAffinityTerm term, PodScope pod, FieldErrors errors) {
        LabelSelector selector = term.labelSelector();
        if (selector == null || term.matchLabelKeys().isEmpty()) {
            return;
        }
        Set<String> selected = new HashSet<>(selector.matchLabels().keySet());
        List<String> keys = new ArrayList<>();
        selector.matchExpressions().stream().map(LabelSelectorRequirement::key).forEach(keys::add);
        if (pod.metadata() != null) {
            term.matchLabelKeys().stream()
                    .filter(pod.metadata().labels()::containsKey)
                    .forEach(keys::add);
        }
        for (String key : keys) {
            int position = term.matchLabelKeys().lastIndexOf(key);
            if (!selected.add(key) && position >= 0) {
                errors.index(position).invalid(key, "exists in both matchLabelKeys and labelSelector");
            }
        }
    }
}
