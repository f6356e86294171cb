package io.coxswain.scheduling;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.scheduling.SchedulingDecision.NodeDecision;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One look at one pod and all nodes: filter, score, select. Changes nothing. */
final class Cycle {
    private final Profile profile;
    private final RandomGenerator random;
    private final CycleState state = new CycleState();
    private final Set<String> skipped = new LinkedHashSet<>();

    Cycle(Profile profile, RandomGenerator random) {
        this.profile = profile;
        this.random = random;
    }

    CycleState state() {
        return state;
    }

    /**
     * Decides where the pod goes.
     *
     * @throws PluginException if a plug-in throws or scores outside of its range
     */
    SchedulingDecision run(Pod pod, List<NodeInfo> nodes) {
        Verdict podVerdict = preFilter(pod, nodes);
        if (!podVerdict.isSuccess()) {
            return new SchedulingDecision(pod.key(), Optional.empty(), podVerdict, Map.of());
        }
        Map<String, NodeDecision> decisions = new LinkedHashMap<>();
        List<NodeInfo> feasible = new ArrayList<>();
        for (NodeInfo node : nodes) {
            Verdict verdict = filter(pod, node);
            decisions.put(node.name(), new NodeDecision(verdict, Map.of(), 0));
            if (verdict.isSuccess()) {
                feasible.add(node);
            }
        }
        if (feasible.size() > 1) {
            decisions.putAll(score(pod, feasible));
        }
        return new SchedulingDecision(
                pod.key(), select(feasible, decisions), podVerdict, Collections.unmodifiableMap(decisions));
    }

    private Verdict preFilter(Pod pod, List<NodeInfo> nodes) {
        for (SchedulerPlugin.PreFilter plugin : profile.of(SchedulerPlugin.PreFilter.class)) {
            Verdict verdict = ask(plugin, () -> plugin.preFilter(state, pod, nodes));
            if (verdict.code() == Verdict.Code.SKIP) {
                skipped.add(plugin.name());
            } else if (!verdict.isSuccess()) {
                return verdict.by(plugin);
            }
        }
        return Verdict.success();
    }

    private Verdict filter(Pod pod, NodeInfo node) {
        for (SchedulerPlugin.Filter plugin : profile.of(SchedulerPlugin.Filter.class)) {
            if (!skipped.contains(plugin.name())) {
                Verdict verdict = ask(plugin, () -> plugin.filter(state, pod, node));
                if (!verdict.isSuccess()) {
                    return verdict.by(plugin);
                }
            }
        }
        return Verdict.success();
    }

    private Map<String, NodeDecision> score(Pod pod, List<NodeInfo> feasible) {
        Map<String, Map<String, Long>> byNode = new LinkedHashMap<>();
        Set<String> silent = preScore(pod, feasible);
        for (SchedulerPlugin.Score plugin : profile.of(SchedulerPlugin.Score.class)) {
            if (!silent.contains(plugin.name())) {
                score(plugin, pod, feasible)
                        .forEach((node, score) -> byNode.computeIfAbsent(node, absent -> new LinkedHashMap<>())
                                .put(plugin.name(), score * profile.weight(plugin)));
            }
        }
        Map<String, NodeDecision> decisions = new LinkedHashMap<>();
        byNode.forEach((node, scores) -> decisions.put(
                node,
                new NodeDecision(
                        Verdict.success(),
                        Collections.unmodifiableMap(scores),
                        scores.values().stream().mapToLong(Long::longValue).sum())));
        return decisions;
    }

    private Set<String> preScore(Pod pod, List<NodeInfo> feasible) {
        Set<String> silent = new LinkedHashSet<>();
        for (SchedulerPlugin.PreScore plugin : profile.of(SchedulerPlugin.PreScore.class)) {
            Verdict verdict = ask(plugin, () -> plugin.preScore(state, pod, feasible));
            if (verdict.code() == Verdict.Code.SKIP) {
                silent.add(plugin.name());
            } else if (!verdict.isSuccess()) {
                throw new PluginException(plugin, "preScore must answer success or skip, not " + verdict);
            }
        }
        return silent;
    }

    private Map<String, Long> score(SchedulerPlugin.Score plugin, Pod pod, List<NodeInfo> feasible) {
        Map<String, Long> raw = new LinkedHashMap<>();
        for (NodeInfo node : feasible) {
            raw.put(node.name(), ask(plugin, () -> plugin.score(state, pod, node)));
        }
        Map<String, Long> normal = ask(plugin, () -> plugin.normalize(state, pod, raw));
        normal.forEach((node, score) -> {
            if (score < 0 || score > SchedulerPlugin.Score.MAX) {
                throw new PluginException(
                        plugin, "score of node " + node + ": " + score + ": must be 0 to " + SchedulerPlugin.Score.MAX);
            }
        });
        return normal;
    }

    /** The node with the highest total; one of them by chance if there are several. */
    private Optional<String> select(List<NodeInfo> feasible, Map<String, NodeDecision> decisions) {
        List<String> best = new ArrayList<>();
        long highest = Long.MIN_VALUE;
        for (NodeInfo node : feasible) {
            long total = decisions.getOrDefault(node.name(), NONE).total();
            if (total > highest) {
                highest = total;
                best.clear();
            }
            if (total == highest) {
                best.add(node.name());
            }
        }
        if (best.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(best.size() == 1 ? best.get(0) : best.get(random.nextInt(best.size())));
    }

    private static final NodeDecision NONE = new NodeDecision(Verdict.success(), Map.of(), 0);

    private static <T> T ask(SchedulerPlugin plugin, Supplier<T> question) {
        try {
            return question.get();
        } catch (PluginException e) {
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            throw new PluginException(plugin, e);
        }
    }
}
