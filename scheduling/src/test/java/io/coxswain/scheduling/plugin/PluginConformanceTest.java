package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSchedulingGate;
import io.coxswain.api.core.v1.Taint;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.json.Codec;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PluginConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> fit() {
        return Conformance.cases("scheduler/fit", (input, expect) -> {
            Set<String> ignored = new TreeSet<>();
            Set<String> ignoredGroups = new TreeSet<>();
            input.at("args").ifPresent(args -> {
                args.at("ignoredResources").ifPresent(names -> ignored.addAll(names.texts()));
                args.at("ignoredResourceGroups").ifPresent(names -> ignoredGroups.addAll(names.texts()));
            });
            NodeResourcesFit plugin = new NodeResourcesFit(
                    new NodeResourcesFit.Args(ignored, ignoredGroups, NodeResourcesFit.Args.DEFAULT.weights()));
            Pod pod = pod(input.at("pod"));
            NodeInfo node = NodeInfo.of(node(input.at("node")), pods(input.at("existing")));
            Verdict verdict = plugin.filter(new CycleState(), pod, node);
            expect.at("fits").judge(verdict.isSuccess());
            expect.at("insufficient")
                    .judge(plugin.insufficient(NodeInfo.request(pod), node).stream()
                            .map(NodeResourcesFit.Insufficient::name)
                            .sorted()
                            .toList());
            expect.at("verdict").judge(wireName(verdict));
        });
    }

    private static String wireName(Verdict verdict) {
        return switch (verdict.code()) {
            case SUCCESS -> "Success";
            case UNSCHEDULABLE -> "Unschedulable";
            case UNSCHEDULABLE_AND_UNRESOLVABLE -> "UnschedulableAndUnresolvable";
            case SKIP -> "Skip";
        };
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> leastAllocated() {
        return Conformance.cases("scheduler/least-allocated", (input, expect) -> {
            Map<String, Long> weights = new LinkedHashMap<>();
            for (Json resource : input.at("args").at("resources").items()) {
                weights.put(resource.at("name").text(), resource.at("weight").number());
            }
            NodeResourcesFit plugin = new NodeResourcesFit(new NodeResourcesFit.Args(Set.of(), Set.of(), weights));
            Pod pod = pod(input.at("pod"));
            Map<String, Long> scores = new LinkedHashMap<>();
            for (Json entry : input.at("nodes").items()) {
                NodeInfo node = NodeInfo.of(node(entry.at("node")), pods(entry.at("pods")));
                scores.put(node.name(), plugin.score(new CycleState(), pod, node));
            }
            expect.at("scores").judge(scores);
        });
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> taintToleration() {
        return Conformance.cases("scheduler/taint-toleration", (input, expect) -> {
            Pod pod = pod(input.at("pod"));
            Map<String, Object> blockedBy = new LinkedHashMap<>();
            for (NodeInfo node : nodes(input.at("nodes"))) {
                Taint taint = TaintToleration.blocking(pod, node);
                if (taint != null) {
                    blockedBy.put(node.name(), wireForm(taint));
                }
            }
            judgeScored(new TaintToleration(), pod, nodes(input.at("nodes")), expect);
            expect.at("blockedBy").judge(blockedBy);
        });
    }

    private static Map<String, String> wireForm(Taint taint) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("key", taint.key());
        if (!taint.value().isEmpty()) {
            form.put("value", taint.value());
        }
        form.put("effect", taint.effect());
        return form;
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> nodeAffinity() {
        return Conformance.cases(
                "scheduler/node-affinity",
                (input, expect) ->
                        judgeScored(new NodeAffinity(), pod(input.at("pod")), nodes(input.at("nodes")), expect));
    }

    private static <P extends SchedulerPlugin.Filter & SchedulerPlugin.Score> void judgeScored(
            P plugin, Pod pod, List<NodeInfo> nodes, Json expect) {
        CycleState state = new CycleState();
        Map<String, Long> raw = new LinkedHashMap<>();
        for (NodeInfo node : nodes) {
            if (plugin.filter(state, pod, node).isSuccess()) {
                raw.put(node.name(), plugin.score(state, pod, node));
            }
        }
        expect.at("feasible").judge(new ArrayList<>(raw.keySet()));
        expect.at("raw").judge(raw);
        expect.at("scores").judge(plugin.normalize(state, pod, raw));
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> nodeNameUnschedulableGates() {
        return Conformance.cases("scheduler/node-name-unschedulable-gates", (input, expect) -> {
            Pod pod = pod(input.at("pod"));
            NodeInfo node = NodeInfo.of(node(input.at("node")), List.of());
            CycleState state = new CycleState();
            expect.at("nodeName").judge(new NodeName().filter(state, pod, node).isSuccess());
            expect.at("nodeUnschedulable")
                    .judge(new NodeUnschedulable().filter(state, pod, node).isSuccess());
            expect.at("mayEnterQueue")
                    .judge(new SchedulingGates().preEnqueue(pod).isSuccess());
            expect.at("gates")
                    .judge(pod.spec().schedulingGates().stream()
                            .map(PodSchedulingGate::name)
                            .toList());
        });
    }

    private static Pod pod(Json json) {
        return Codec.lenient().read(json.wholeText(), Pod.KIND);
    }

    private static Node node(Json json) {
        return Codec.lenient().read(json.wholeText(), Node.KIND);
    }

    private static List<Pod> pods(Json list) {
        return list.items().stream().map(PluginConformanceTest::pod).toList();
    }

    private static List<NodeInfo> nodes(Json list) {
        return list.items().stream()
                .map(json -> NodeInfo.of(node(json), List.of()))
                .toList();
    }
}
