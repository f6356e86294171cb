package io.coxswain.scheduling;

import io.coxswain.resource.ResourceKey;
import io.coxswain.scheduling.framework.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the scheduler's plug-ins said of a pod. The text form is what a person reads.
 *
 * @param pod which pod
 * @param selected the node it goes to, if it fits one
 * @param podVerdict what was said of the pod before any node was looked at; success if nothing stood against it
 * @param nodes what was said of each node, by name
 */
public record SchedulingDecision(
        ResourceKey pod, Optional<String> selected, Verdict podVerdict, Map<String, NodeDecision> nodes) {
    /** How many nodes a reason names. */
    private static final int NAMED_NODES = 3;

    /**
     * What was said of a pod on one node.
     *
     * @param verdict success, or the first verdict against it
     * @param scores by plug-in, normalised and weighted; empty for a node that doesn't fit or where one node was left
     * @param total the sum of the scores
     */
    public record NodeDecision(Verdict verdict, Map<String, Long> scores, long total) {}

    /** Such as {@code Pod shop/db-0 fits none of 5 nodes: has too little memory (needs 4, free 2) (n2), has taint disk=slow:NoSchedule (n1, n3)}. */
    @Override
    public String toString() {
        if (selected.isPresent()) {
            return "Pod " + pod + " goes to node " + selected.get();
        }
        if (!podVerdict.isSuccess()) {
            return "Pod " + pod + " can't be scheduled: " + String.join(", ", podVerdict.reasons());
        }
        if (nodes.isEmpty()) {
            return "Pod " + pod + " fits no node: there is none";
        }
        return "Pod " + pod + " fits none of " + nodes.size() + " nodes: " + reasons();
    }

    private String reasons() {
        Map<String, List<String>> nodesByReason = nodes.entrySet().stream()
                .flatMap(node ->
                        node.getValue().verdict().reasons().stream().map(reason -> Map.entry(reason, node.getKey())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return nodesByReason.entrySet().stream()
                .map(entry -> named(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String named(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED_NODES, names.size())));
        return names.size() <= NAMED_NODES ? some : some + " and " + (names.size() - NAMED_NODES) + " more:";
    }
}
