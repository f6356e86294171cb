package io.coxswain.node;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.NodeCondition;
import io.coxswain.api.core.v1.NodeSpec;
import io.coxswain.api.core.v1.NodeStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.AsyncClient;
import io.coxswain.environment.Environment;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Says that a node is there and well: creates its Node, renews its Lease every 10 s, looks at its status as often and writes it where the API says something else, and every 5 minutes
 * ({@code nodeLeaseDurationSeconds}, {@code nodeStatusUpdateFrequency}, {@code nodeStatusReportFrequency} of the kubelet). A Node that somebody deletes is made again. Owned by the steps on its
 * executor.
 */
final class NodeHeartbeat {
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration REPORT = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int LEASE_SECONDS = 40;
    private static final String LEASES = "kube-node-lease";

    private final Environment environment;
    private final Logger log;
    private final AsyncClient client;
    private final Executor serial;
    private final String name;
    private final Map<String, String> labels;
    private final NodeFacts facts;
    private final CompletableFuture<Void> registered = new CompletableFuture<>();
    private final Backoff reports = new Backoff();
    private boolean closed;
    private long reportedNanos;
    private NodeCondition ready = condition("Ready", "True", "KubeletReady", "the agent is taking pods");

    NodeHeartbeat(
            Environment environment,
            AsyncClient client,
            Executor serial,
            String name,
            Map<String, String> labels,
            NodeFacts facts) {
        this.environment = environment;
        log = environment.logger(NodeHeartbeat.class.getName());
        this.client = client;
        this.serial = serial;
        this.name = name;
        this.labels = new LinkedHashMap<>(labels);
        this.facts = facts;
    }

    /** Begins; complete when the Node is there with its status. */
    CompletionStage<Void> begin() {
        serial.execute(() -> {
            renew();
            report();
        });
        return registered.minimalCompletionStage();
    }

    /** Stops without a word. */
    void close() {
        serial.execute(() -> {
            closed = true;
            neverRegistered();
        });
    }

    private void neverRegistered() {
        registered.completeExceptionally(new IllegalStateException("node " + name + ": its agent was closed"));
    }

    /** The node takes no more pods: says so, and stops. */
    CompletionStage<Void> leave() {
        CompletableFuture<Void> said = new CompletableFuture<>();
        serial.execute(() -> {
            closed = true;
            neverRegistered();
            ready = condition("Ready", "False", "NodeShutdown", "the agent is closing");
            write().whenComplete((written, failure) -> said.complete(null));
        });
        return said;
    }

    private void report() {
        if (!closed) {
            write().whenComplete((written, failure) -> serial.execute(() -> reported(failure)));
        }
    }

    private void reported(@Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (failure == null) {
            registered.complete(null);
            reports.reset();
            environment.schedule(LOOK, serial, this::report);
        } else {
            log.atWarn().setCause(failure).addKeyValue("node", name).log("Node not reported, trying again");
            environment.schedule(reports.next(), serial, this::report);
        }
    }

    private CompletionStage<Node> write() {
        return client.find(Node.KIND, ResourceKey.cluster(name))
                .thenCompose(found -> found.map(this::labelled).orElseGet(this::create))
                .thenComposeAsync(this::writeStatus, serial);
    }

    private CompletionStage<Node> writeStatus(Node node) {
        NodeStatus status = status(node.status());
        long now = environment.nanoTime();
        boolean due = now - reportedNanos >= REPORT.toNanos();
        if (!due && saysTheSame(status, node.status())) {
            return CompletableFuture.completedStage(node);
        }
        reportedNanos = now;
        return client.updateStatus(node.withStatus(status));
    }

    /** Whether only the times of the last heartbeat differ. */
    private static boolean saysTheSame(NodeStatus status, NodeStatus other) {
        return withoutHeartbeats(status).equals(withoutHeartbeats(other));
    }

    private static NodeStatus withoutHeartbeats(NodeStatus status) {
        return status.withConditions(status.conditions().stream()
                .map(condition -> condition.withLastHeartbeatTime(null))
                .toList());
    }

    private CompletionStage<Node> create() {
        ObjectMeta metadata = ObjectMeta.named(name).withLabels(labels);
        return client.create(new Node(metadata, NodeSpec.EMPTY, NodeStatus.EMPTY));
    }

    private CompletionStage<Node> labelled(Node node) {
        Map<String, String> wanted = new LinkedHashMap<>(node.labels());
        wanted.putAll(labels);
        return wanted.equals(node.labels())
                ? CompletableFuture.completedFuture(node)
                : client.patch(
                        Node.KIND,
                        node.key(),
                        read -> read.withMetadata(read.metadata().withLabels(wanted)));
    }

    private NodeStatus status(NodeStatus old) {
        Instant now = environment.now();
        Map<String, NodeCondition> all = new LinkedHashMap<>();
        old.conditions().forEach(condition -> all.put(condition.type(), condition));
        for (NodeCondition condition : facts.conditions()) {
            put(all, condition, now);
        }
        put(all, ready, now);
        return facts.status(old, List.copyOf(all.values()));
    }

    private static void put(Map<String, NodeCondition> all, NodeCondition condition, Instant now) {
        NodeCondition old = all.remove(condition.type());
        Instant before = old == null || !old.status().equals(condition.status()) ? null : old.lastTransitionTime();
        Instant since = before == null ? now : before;
        all.put(
                condition.type(),
                new NodeCondition(
                        condition.type(), condition.status(), now, since, condition.message(), condition.reason()));
    }

    static NodeCondition condition(String type, String status, String reason, String message) {
        return new NodeCondition(type, status, null, null, message, reason);
    }

    private void renew() {
        if (closed) {
            return;
        }
        ResourceKey key = ResourceKey.of(LEASES, name);
        client.patch(Lease.KIND, key, this::renewed)
                .exceptionallyCompose(failure -> Failures.cause(failure) instanceof NotFoundException
                        ? client.create(renewed(fresh(key)))
                        : CompletableFuture.failedFuture(failure))
                .whenComplete((any, failure) -> serial.execute(() -> renewed(failure)));
    }

    private void renewed(@Nullable Throwable failure) {
        if (failure != null) {
            log.atWarn().setCause(failure).addKeyValue("node", name).log("Lease not renewed, trying again");
        }
        environment.schedule(failure == null ? RENEWAL : RETRY, serial, this::renew);
    }

    private static Lease fresh(ResourceKey key) {
        return new Lease(ObjectMeta.named(key.namespace(), key.name()), LeaseSpec.EMPTY);
    }

    private Lease renewed(Lease lease) {
        return lease.withSpec(lease.spec()
                .withHolderIdentity(name)
                .withLeaseDurationSeconds(LEASE_SECONDS)
                .withRenewTime(environment.now()));
    }
}
