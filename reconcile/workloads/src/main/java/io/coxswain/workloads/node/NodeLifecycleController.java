package io.coxswain.workloads.node;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.NodeCondition;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.Taint;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.event.EventType;
import io.coxswain.informer.Index;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices nodes whose agent no longer renews its Lease: their conditions become Unknown, they are tainted, their pods are not ready any more (Kubernetes {@code pkg/controller/nodelifecycle}). A node
 * that says it isn't ready is tainted too; one that is ready again loses the taints.
 *
 * <p>A node is silent from when this controller saw its Lease or its status report change last, by its own clock, so clocks of other machines play no role; after a start every node has the whole
 * time anew.
 */
public final class NodeLifecycleController implements Reconciler<Node> {
    /** How long an agent may be silent (Kubernetes {@code nodeMonitorGracePeriod}). */
    public static final Duration GRACE_PERIOD = Duration.ofSeconds(40);

    private static final String LEASES = "kube-node-lease";
    private static final String UNREACHABLE = "node.kubernetes.io/unreachable";
    private static final String NOT_READY = "node.kubernetes.io/not-ready";
    private static final Index<Pod> BY_NODE = Index.field(Pod.KIND, "spec.nodeName");

    /** The last signs of life of a node, its Lease's and its status report's times, and when either was seen to be new, by this controller's clock. */
    private record Sign(@Nullable Instant renewed, @Nullable Instant reported, long seenNanos) {
        boolean isOf(@Nullable Instant renewal, @Nullable Instant report) {
            return Objects.equals(renewed, renewal) && Objects.equals(reported, report);
        }
    }

    private final Map<String, Sign> signs = new ConcurrentHashMap<>();

    private NodeLifecycleController() {}

    /** Its wiring. */
    public static ControllerSpec<Node> controller() {
        return Controller.of(Node.KIND, NodeLifecycleController::new)
                .named("node-lifecycle")
                .watches(
                        Lease.KIND,
                        (lease, caches) -> lease.metadata().namespace().equals(LEASES)
                                ? List.of(ResourceKey.cluster(lease.metadata().name()))
                                : List.of())
                .reads(Pod.KIND);
    }

    @Override
    public Outcome reconcile(Node node, Context<Node> context) {
        Duration silent = silence(node, context);
        Node judged = node;
        if (silent.compareTo(GRACE_PERIOD) >= 0) {
            judged = markUnknown(node, context);
        }
        taint(judged, context);
        if (readiness(judged).equals("Unknown") || readiness(judged).equals("False")) {
            markPodsNotReady(judged, context);
        }
        Duration left = GRACE_PERIOD.minus(silent);
        return left.isNegative() || left.isZero() ? Outcome.done() : Outcome.again(left);
    }

    private Duration silence(Node node, Context<Node> context) {
        String name = node.metadata().name();
        Instant renewed = context.find(Lease.KIND, ResourceKey.of(LEASES, name))
                .map(lease -> lease.spec().renewTime())
                .orElse(null);
        long now = context.environment().nanoTime();
        Instant reported = node.status()
                .condition("Ready")
                .map(NodeCondition::lastHeartbeatTime)
                .orElse(null);
        Sign sign = signs.compute(
                name,
                (same, last) -> last != null && last.isOf(renewed, reported) ? last : new Sign(renewed, reported, now));
        return Duration.ofNanos(now - sign.seenNanos());
    }

    private static Node markUnknown(Node node, Context<Node> context) {
        List<NodeCondition> conditions = new ArrayList<>();
        boolean hasReady = false;
        for (NodeCondition condition : node.status().conditions()) {
            hasReady |= condition.type().equals("Ready");
            conditions.add(condition.status().equals("Unknown") ? condition : unknown(condition, context));
        }
        if (!hasReady) {
            conditions.add(unknown(new NodeCondition("Ready", "", null, null, "", ""), context));
        }
        if (conditions.equals(node.status().conditions())) {
            return node;
        }
        context.event(
                EventType.NORMAL, "NodeNotReady", "Node " + node.metadata().name() + " status is now: NodeNotReady");
        return context.updateStatus(node.withStatus(node.status().withConditions(conditions)));
    }

    private static NodeCondition unknown(NodeCondition condition, Context<Node> context) {
        return new NodeCondition(
                condition.type(),
                "Unknown",
                condition.lastHeartbeatTime(),
                context.now(),
                "The node's agent stopped posting node status.",
                "NodeStatusUnknown");
    }

    /** The node's own word, or the empty text where it hasn't said anything yet. */
    private static String readiness(Node node) {
        return node.status().conditions().stream()
                .filter(condition -> condition.type().equals("Ready"))
                .map(NodeCondition::status)
                .findFirst()
                .orElse("");
    }

    private static void taint(Node node, Context<Node> context) {
        String key = switch (readiness(node)) {
            case "False" -> NOT_READY;
            case "Unknown" -> UNREACHABLE;
            default -> "";
        };
        List<Taint> taints = taints(node, key, context.now());
        if (!taints.equals(node.spec().taints())) {
            context.patch(node, read -> read.withSpec(read.spec().withTaints(taints(read, key, context.now()))));
        }
    }

    /** The node's taints with those of this key and none of the other; a taint that is there already stays as it is. */
    private static List<Taint> taints(Node node, String key, Instant now) {
        List<Taint> taints = new ArrayList<>();
        for (Taint taint : node.spec().taints()) {
            boolean ours = taint.key().equals(UNREACHABLE) || taint.key().equals(NOT_READY);
            if (!ours || taint.key().equals(key)) {
                taints.add(taint);
            }
        }
        for (String effect : key.isEmpty() ? List.<String>of() : List.of("NoSchedule", "NoExecute")) {
            boolean there = taints.stream()
                    .anyMatch(taint -> taint.key().equals(key) && taint.effect().equals(effect));
            if (!there) {
                taints.add(new Taint(key, effect, now, ""));
            }
        }
        return taints;
    }

    /** A pod on a silent node serves nobody, as far as anyone can know. */
    private static void markPodsNotReady(Node node, Context<Node> context) {
        for (Pod pod : context.list(BY_NODE, node.metadata().name())) {
            List<PodCondition> conditions = new ArrayList<>();
            for (PodCondition condition : pod.status().conditions()) {
                boolean ready =
                        condition.type().equals("Ready") && condition.status().equals("True");
                conditions.add(
                        ready
                                ? new PodCondition(
                                        "Ready", "False", null, context.now(), "The node isn't ready", "NodeNotReady")
                                : condition);
            }
            context.updateStatus(pod.withStatus(pod.status().withConditions(conditions)));
        }
    }
}
