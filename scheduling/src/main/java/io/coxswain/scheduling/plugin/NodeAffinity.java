package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Affinity;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.NodeSelector;
import io.coxswain.api.core.v1.NodeSelectorRequirement;
import io.coxswain.api.core.v1.NodeSelectorTerm;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PreferredSchedulingTerm;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pod's {@code nodeSelector} and node affinity say on which nodes it may run and which it prefers (Kubernetes {@code nodeaffinity}). Terms are alternatives, what stands in a term must hold
 * together; a term that says nothing matches nothing.
 */
public final class NodeAffinity implements SchedulerPlugin.Filter, SchedulerPlugin.Score {
    /** The plug-in; it has no state. */
    public NodeAffinity() {}

    @Override
    public String name() {
        return "NodeAffinity";
    }

    @Override
    public Verdict filter(CycleState state, Pod pod, NodeInfo node) {
        Map<String, String> labels = node.node().labels();
        for (Map.Entry<String, String> wanted : pod.spec().nodeSelector().entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return Verdict.unresolvable(
                        "doesn't match the node selector " + wanted.getKey() + "=" + wanted.getValue());
            }
        }
        io.coxswain.api.core.v1.NodeAffinity affinity = affinity(pod);
        NodeSelector required = affinity == null ? null : affinity.requiredDuringSchedulingIgnoredDuringExecution();
        if (required != null && required.nodeSelectorTerms().stream().noneMatch(term -> matches(term, node.node()))) {
            return Verdict.unresolvable("doesn't match the node affinity");
        }
        return Verdict.success();
    }

    /** The weights of the preferred terms that match. */
    @Override
    public long score(CycleState state, Pod pod, NodeInfo node) {
        io.coxswain.api.core.v1.NodeAffinity affinity = affinity(pod);
        if (affinity == null) {
            return 0;
        }
        long sum = 0;
        for (PreferredSchedulingTerm term : affinity.preferredDuringSchedulingIgnoredDuringExecution()) {
            if (term.weight() != 0 && matches(term.preference(), node.node())) {
                sum += term.weight();
            }
        }
        return sum;
    }

    @Override
    public Map<String, Long> normalize(CycleState state, Pod pod, Map<String, Long> scores) {
        return Scores.normalize(scores);
    }

    private static io.coxswain.api.core.v1.@Nullable NodeAffinity affinity(Pod pod) {
        Affinity affinity = pod.spec().affinity();
        return affinity == null ? null : affinity.nodeAffinity();
    }

    private static boolean matches(NodeSelectorTerm term, Node node) {
        if (term.matchExpressions().isEmpty() && term.matchFields().isEmpty()) {
            return false;
        }
        return term.matchExpressions().stream()
                        .allMatch(requirement ->
                                matches(requirement, node.labels().get(requirement.key())))
                && term.matchFields().stream()
                        .allMatch(requirement -> requirement.key().equals("metadata.name")
                                && matches(requirement, node.metadata().name()));
    }

    private static boolean matches(NodeSelectorRequirement requirement, @Nullable String value) {
        List<String> values = requirement.values();
        return switch (requirement.operator()) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> compare(value, values) > 0;
            case "Lt" -> compare(value, values) < 0;
            default -> false;
        };
    }

    /** How a label compares to the one number that is given; 0 where either is no number. */
    private static int compare(@Nullable String label, List<String> given) {
        if (label == null || given.size() != 1) {
            return 0;
        }
        try {
            return Long.compare(Long.parseLong(label), Long.parseLong(given.get(0)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
