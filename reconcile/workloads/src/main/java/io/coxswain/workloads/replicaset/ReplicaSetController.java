package io.coxswain.workloads.replicaset;

import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.apps.v1.ReplicaSetCondition;
import io.coxswain.api.apps.v1.ReplicaSetStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.controller.CacheReader;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.event.EventType;
import io.coxswain.informer.Index;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.Selection;
import io.coxswain.workloads.owner.Ownership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates and deletes pods until as many of a template run as a ReplicaSet asks for (Kubernetes {@code pkg/controller/replicaset}). */
public final class ReplicaSetController implements Reconciler<ReplicaSet> {
    private static final String REPLICA_FAILURE = "ReplicaFailure";

    private ReplicaSetController() {}

    /** Its wiring. */
    public static ControllerSpec<ReplicaSet> controller() {
        return Controller.of(ReplicaSet.KIND, ReplicaSetController::new)
                .owns(Pod.KIND)
                .watches(Pod.KIND, ReplicaSetController::selecting)
                .concurrency(4);
    }

    /** The sets that may adopt a pod which nobody controls. */
    private static List<ResourceKey> selecting(Pod pod, CacheReader caches) {
        if (pod.metadata().controller().isPresent()) {
            return List.of();
        }
        return caches.list(ReplicaSet.KIND, Selection.inNamespace(pod.metadata().namespace())).stream()
                .filter(set -> LabelSelection.of(set.spec().selector()).matches(pod.labels()))
                .map(ReplicaSet::key)
                .toList();
    }

    @Override
    public Outcome reconcile(ReplicaSet set, Context<ReplicaSet> context) {
        List<Pod> active = new ArrayList<>();
        for (Pod pod : Ownership.claim(set, LabelSelection.of(set.spec().selector()), Pod.KIND, context)) {
            if (isActive(pod)) {
                active.add(pod);
            }
        }
        RuntimeException failure = manage(set, active, context);
        ReplicaSetStatus status = count(set, active, failure, context);
        context.updateStatus(set.withStatus(status));
        if (failure != null) {
            throw failure;
        }
        boolean waits = set.spec().minReadySeconds() > 0 && status.readyReplicas() > status.availableReplicas();
        return waits ? Outcome.again(Duration.ofSeconds(set.spec().minReadySeconds())) : Outcome.done();
    }

    /** Whether a pod counts: it has neither ended nor been told to. */
    static boolean isActive(Pod pod) {
        String phase = pod.status().phase();
        return !phase.equals("Succeeded")
                && !phase.equals("Failed")
                && !pod.metadata().isDeleting();
    }

    private static int wanted(ReplicaSet set) {
        Integer replicas = set.spec().replicas();
        return replicas == null ? 1 : replicas;
    }

    private static @Nullable RuntimeException manage(ReplicaSet set, List<Pod> active, Context<ReplicaSet> context) {
        int missing = wanted(set) - active.size();
        if (missing > 0) {
            return SlowStart.run(missing, number -> create(set, context)).failure();
        }
        if (missing < 0) {
            delete(Math.min(-missing, SlowStart.BURST), active, set, context);
        }
        return null;
    }

    private static void create(ReplicaSet set, Context<ReplicaSet> context) {
        try {
            Pod pod = context.create(podOf(set));
            context.event(
                    EventType.NORMAL,
                    "SuccessfulCreate",
                    "Created pod: " + pod.metadata().name());
        } catch (RuntimeException e) {
            context.event(EventType.WARNING, "FailedCreate", "Error creating: " + e.getMessage());
            throw e;
        }
    }

    private static Pod podOf(ReplicaSet set) {
        PodTemplateSpec template = set.spec().template();
        ObjectMeta metadata = ObjectMeta.generated(
                        set.metadata().namespace(), set.metadata().name() + "-")
                .withLabels(template.metadata().labels())
                .withAnnotations(template.metadata().annotations())
                .withFinalizers(template.metadata().finalizers());
        return new Pod(metadata, template.spec(), PodStatus.EMPTY);
    }

    private static void delete(int count, List<Pod> active, ReplicaSet set, Context<ReplicaSet> context) {
        DeleteRank rank = new DeleteRank(context.now(), relatedPodsPerNode(set, context));
        for (Pod pod : rank.first(count, active)) {
            context.delete(pod);
            context.event(
                    EventType.NORMAL,
                    "SuccessfulDelete",
                    "Deleted pod: " + pod.metadata().name());
        }
    }

    /** The active pods of all sets with the same owner, per node, so that a roll-out spreads what it deletes. */
    private static Map<String, Integer> relatedPodsPerNode(ReplicaSet set, Context<ReplicaSet> context) {
        String owner = set.metadata().controller().map(OwnerReference::uid).orElse("");
        List<ReplicaSet> related = owner.isEmpty() ? List.of(set) : context.list(Index.owner(ReplicaSet.KIND), owner);
        Map<String, Integer> counts = new HashMap<>();
        for (ReplicaSet each : related) {
            for (Pod pod : context.list(Index.owner(Pod.KIND), each.metadata().uid())) {
                if (isActive(pod) && !pod.spec().nodeName().isEmpty()) {
                    counts.merge(pod.spec().nodeName(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static ReplicaSetStatus count(
            ReplicaSet set, List<Pod> active, @Nullable RuntimeException failure, Context<ReplicaSet> context) {
        LabelSelection labelled =
                LabelSelection.of(set.spec().template().metadata().labels());
        PodReadiness readiness = new PodReadiness(context.now(), set.spec().minReadySeconds());
        int available = 0;
        int fullyLabelled = 0;
        int ready = 0;
        for (Pod pod : active) {
            available += readiness.isAvailable(pod) ? 1 : 0;
            fullyLabelled += labelled.matches(pod.labels()) ? 1 : 0;
            ready += PodReadiness.isReady(pod) ? 1 : 0;
        }
        return new ReplicaSetStatus(
                available,
                conditions(set, failure, context),
                fullyLabelled,
                set.metadata().generation(),
                ready,
                active.size());
    }

    private static List<ReplicaSetCondition> conditions(
            ReplicaSet set, @Nullable RuntimeException failure, Context<ReplicaSet> context) {
        List<ReplicaSetCondition> conditions = new ArrayList<>();
        ReplicaSetCondition present = null;
        for (ReplicaSetCondition condition : set.status().conditions()) {
            if (condition.type().equals(REPLICA_FAILURE)) {
                present = condition;
            } else {
                conditions.add(condition);
            }
        }
        if (failure != null) {
            String message = String.valueOf(failure.getMessage());
            conditions.add(
                    present != null && present.message().equals(message)
                            ? present
                            : new ReplicaSetCondition(REPLICA_FAILURE, "True", context.now(), message, "FailedCreate"));
        }
        return conditions;
    }
}
