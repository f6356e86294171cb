package io.coxswain.workloads.deployment;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.DeploymentCondition;
import io.coxswain.api.apps.v1.DeploymentSpec;
import io.coxswain.api.apps.v1.DeploymentStatus;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.apps.v1.ReplicaSetCondition;
import io.coxswain.api.apps.v1.RollingUpdateDeployment;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.controller.CacheReader;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.Selection;
import io.coxswain.value.IntOrString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a replica set for each template that a Deployment has had, and moves its pods from the old ones to that of the present template (Kubernetes {@code pkg/controller/deployment}).
 *
 * <p>One look does one step: make or annotate the current set; spread a changed size; grow the current set; shrink the old ones. The changes it makes lead to the next look.
 */
public final class DeploymentController implements Reconciler<Deployment> {
    private static final int DEFAULT_REPLICAS = 1;
    private static final IntOrString QUARTER = IntOrString.percent(25);

    private DeploymentController() {}

    /** Its wiring. */
    public static ControllerSpec<Deployment> controller() {
        return Controller.of(Deployment.KIND, DeploymentController::new)
                .owns(ReplicaSet.KIND)
                .watches(ReplicaSet.KIND, DeploymentController::selecting)
                .watches(Pod.KIND, DeploymentController::recreating, change -> change.now() == null)
                .concurrency(4);
    }

    /** The Deployments that may adopt a set which nobody controls. */
    private static List<ResourceKey> selecting(ReplicaSet set, CacheReader caches) {
        if (set.metadata().controller().isPresent()) {
            return List.of();
        }
        return caches.list(Deployment.KIND, Selection.inNamespace(set.metadata().namespace())).stream()
                .filter(deployment ->
                        LabelSelection.of(deployment.spec().selector()).matches(set.labels()))
                .map(Deployment::key)
                .toList();
    }

    /** The Deployment that waits for its old pods to be gone. */
    private static List<ResourceKey> recreating(Pod pod, CacheReader caches) {
        String namespace = pod.metadata().namespace();
        return pod.metadata()
                .controller()
                .flatMap(owner -> caches.find(ReplicaSet.KIND, ResourceKey.of(namespace, owner.name())))
                .flatMap(set -> set.metadata().controller())
                .map(owner -> List.of(ResourceKey.of(namespace, owner.name())))
                .orElse(List.of());
    }

    @Override
    public Outcome reconcile(Deployment deployment, Context<Deployment> context) {
        RollingUpdate plan = plan(deployment.spec());
        ReplicaSets sets = new ReplicaSets(deployment, context);
        Sets found = sets.find();
        Deployment noted = noteRevision(deployment, found, context);
        Sets after = step(noted, plan, sets, found, context);
        return report(noted, plan, after, context);
    }

    private static Sets step(
            Deployment deployment, RollingUpdate plan, ReplicaSets sets, Sets found, Context<Deployment> context) {
        if (deployment.spec().paused() || isResized(plan, found)) {
            return resize(deployment, plan, sets, found);
        }
        return isRecreate(deployment.spec())
                ? recreate(deployment, plan, sets, found, context)
                : roll(deployment, plan, sets, found);
    }

    /** The rules of the strategy with the numbers that it stands for; a Recreate has no surge. */
    private static RollingUpdate plan(DeploymentSpec spec) {
        Integer replicas = spec.replicas();
        int wanted = replicas == null ? DEFAULT_REPLICAS : replicas;
        if (isRecreate(spec)) {
            return new RollingUpdate(wanted, 0, 0);
        }
        RollingUpdateDeployment rolling = spec.strategy().rollingUpdate();
        IntOrString surge = rolling == null ? null : rolling.maxSurge();
        IntOrString unavailable = rolling == null ? null : rolling.maxUnavailable();
        return RollingUpdate.resolve(
                wanted, surge == null ? QUARTER : surge, unavailable == null ? QUARTER : unavailable);
    }

    private static boolean isRecreate(DeploymentSpec spec) {
        return spec.strategy().type().equals("Recreate");
    }

    /** The Deployment's own revision annotation is that of its current set. */
    private static Deployment noteRevision(Deployment deployment, Sets sets, Context<Deployment> context) {
        ReplicaSet current = sets.current();
        String revision =
                current == null ? null : current.metadata().annotations().get(ReplicaSets.REVISION);
        if (revision == null
                || revision.equals(deployment.metadata().annotations().get(ReplicaSets.REVISION))) {
            return deployment;
        }
        return context.patch(
                deployment, read -> read.withMetadata(read.metadata().withAnnotation(ReplicaSets.REVISION, revision)));
    }

    /** Whether {@code spec.replicas} isn't what the active sets were last scaled for. */
    private static boolean isResized(RollingUpdate plan, Sets sets) {
        for (ReplicaSet set : sets.active()) {
            if (set.metadata().annotations().containsKey(ReplicaSets.DESIRED)
                    && ReplicaSets.number(set, ReplicaSets.DESIRED) != plan.replicas()) {
                return true;
            }
        }
        return false;
    }

    private static Sets resize(Deployment deployment, RollingUpdate plan, ReplicaSets sets, Sets found) {
        List<ReplicaSet> active = found.active();
        if (active.size() <= 1) {
            ReplicaSet only = active.isEmpty() ? latest(found) : active.get(0);
            return only == null ? found : found.with(sets.scale(only, plan.replicas(), plan));
        }
        ReplicaSet current = found.current();
        if (current != null && isSaturated(current, plan)) {
            return shrinkToNothing(found, sets, plan);
        }
        if (isRecreate(deployment.spec())) {
            return found;
        }
        Sets resized = found;
        List<ProportionalScale.ActiveSet> given = new ArrayList<>();
        Map<String, ReplicaSet> byName = new LinkedHashMap<>();
        for (ReplicaSet set : active) {
            given.add(new ProportionalScale.ActiveSet(
                    set.metadata().name(),
                    Sets.size(set),
                    (int) ReplicaSets.number(set, ReplicaSets.MAX),
                    given.size()));
            byName.put(set.metadata().name(), set);
        }
        Map<String, Integer> sizes = new ProportionalScale(
                        plan.replicas(), plan.surge(), deployment.status().replicas())
                .sizes(given);
        for (Map.Entry<String, ReplicaSet> set : byName.entrySet()) {
            resized = resized.with(
                    sets.scale(set.getValue(), sizes.getOrDefault(set.getKey(), Sets.size(set.getValue())), plan));
        }
        return resized;
    }

    private static @Nullable ReplicaSet latest(Sets sets) {
        return sets.current() != null || sets.old().isEmpty()
                ? sets.current()
                : sets.old().get(sets.old().size() - 1);
    }

    private static boolean isSaturated(ReplicaSet current, RollingUpdate plan) {
        return Sets.size(current) == plan.replicas()
                && ReplicaSets.number(current, ReplicaSets.DESIRED) == plan.replicas()
                && current.status().availableReplicas() == plan.replicas();
    }

    private static Sets shrinkToNothing(Sets found, ReplicaSets sets, RollingUpdate plan) {
        Sets shrunk = found;
        for (ReplicaSet set : found.old()) {
            if (Sets.size(set) > 0) {
                shrunk = shrunk.with(sets.scale(set, 0, plan));
            }
        }
        return shrunk;
    }

    private static Sets roll(Deployment deployment, RollingUpdate plan, ReplicaSets sets, Sets found) {
        Sets ready = sets.withCurrent(found, plan);
        ReplicaSet current = ready.current();
        int grown = plan.newReplicas(ready.currentSize(), ready.oldSizes());
        if (current != null && Sets.size(current) != grown) {
            return ready.with(sets.scale(current, grown, plan));
        }
        List<Integer> shrunk = plan.oldReplicas(ready.currentSize(), ready.oldSizes());
        Sets after = ready;
        for (int i = 0; i < shrunk.size(); i++) {
            ReplicaSet set = ready.old().get(i);
            if (Sets.size(set) != shrunk.get(i)) {
                after = after.with(sets.scale(set, shrunk.get(i), plan));
            }
        }
        forgetOldWhenComplete(deployment, plan, sets, after);
        return after;
    }

    /** First all old pods go, then the new ones come. */
    private static Sets recreate(
            Deployment deployment, RollingUpdate plan, ReplicaSets sets, Sets found, Context<Deployment> context) {
        Sets shrunk = shrinkToNothing(found, sets, plan);
        if (shrunk != found || oldPodsRun(shrunk, context)) {
            return shrunk;
        }
        Sets ready = sets.withCurrent(shrunk, plan);
        ReplicaSet current = ready.current();
        if (current != null && Sets.size(current) != plan.replicas()) {
            return ready.with(sets.scale(current, plan.replicas(), plan));
        }
        forgetOldWhenComplete(deployment, plan, sets, ready);
        return ready;
    }

    private static boolean oldPodsRun(Sets sets, Context<Deployment> context) {
        List<String> old = sets.old().stream().map(set -> set.metadata().uid()).toList();
        return context.list(Pod.KIND, Selection.inNamespace(context.key().namespace())).stream()
                .filter(pod -> old.contains(
                        pod.metadata().controller().map(OwnerReference::uid).orElse("")))
                .anyMatch(pod -> !pod.status().phase().equals("Succeeded")
                        && !pod.status().phase().equals("Failed"));
    }

    private static void forgetOldWhenComplete(Deployment deployment, RollingUpdate plan, ReplicaSets sets, Sets after) {
        DeploymentStatus counted = count(deployment, after);
        boolean complete = counted.updatedReplicas() == plan.replicas()
                && counted.replicas() == plan.replicas()
                && counted.availableReplicas() == plan.replicas();
        if (complete) {
            sets.forgetOld(after.old());
        }
    }

    private static DeploymentStatus count(Deployment deployment, Sets sets) {
        int asked = 0;
        int replicas = 0;
        int ready = 0;
        int available = 0;
        for (ReplicaSet set : sets.all()) {
            asked += Sets.size(set);
            replicas += set.status().replicas();
            ready += set.status().readyReplicas();
            available += set.status().availableReplicas();
        }
        ReplicaSet current = sets.current();
        return new DeploymentStatus(
                available,
                deployment.status().collisionCount(),
                deployment.status().conditions(),
                deployment.metadata().generation(),
                ready,
                replicas,
                Math.max(0, asked - available),
                current == null ? 0 : current.status().replicas());
    }

    /** Writes the status; looks again when the roll-out's deadline passes. */
    private static Outcome report(Deployment deployment, RollingUpdate plan, Sets sets, Context<Deployment> context) {
        DeploymentStatus counted = count(deployment, sets);
        Progress progress = new Progress(
                plan.replicas(),
                deployment.metadata().generation(),
                deployment.spec().progressDeadlineSeconds(),
                context.now());
        DeploymentCondition available = progress.available(
                plan.minAvailable(), counted.availableReplicas(), condition(deployment, Progress.AVAILABLE));
        DeploymentCondition progressing = progressing(deployment, counted, sets, progress);
        List<DeploymentCondition> conditions = new ArrayList<>();
        conditions.add(available);
        if (progressing != null) {
            conditions.add(progressing);
        }
        replicaFailure(sets).ifPresent(conditions::add);
        context.updateStatus(deployment.withStatus(counted.withConditions(conditions)));
        Instant deadline = progress.deadline(progressing);
        return deadline == null
                ? Outcome.done()
                : Outcome.again(
                        Duration.between(context.now(), deadline.plusSeconds(1)).abs());
    }

    private static @Nullable DeploymentCondition progressing(
            Deployment deployment, DeploymentStatus counted, Sets sets, Progress progress) {
        DeploymentCondition present = progress.paused(
                deployment.spec().paused() ? Progress.Pause.PAUSED : Progress.Pause.RUNNING,
                condition(deployment, Progress.PROGRESSING));
        if (deployment.spec().paused()) {
            return progress.hasDeadline() ? present : null;
        }
        ReplicaSet current = sets.current();
        String subject = current == null
                ? "Deployment \"" + deployment.metadata().name() + "\""
                : "ReplicaSet \"" + current.metadata().name() + "\"";
        DeploymentCondition after = progress.rollout(deployment.status(), counted, present, subject);
        return after == null && progress.hasDeadline() ? progress.begun(subject) : after;
    }

    private static @Nullable DeploymentCondition condition(Deployment deployment, String type) {
        for (DeploymentCondition condition : deployment.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }

    /** The failure of the current set, or else of an old one, to create its pods. */
    private static Optional<DeploymentCondition> replicaFailure(Sets sets) {
        List<ReplicaSet> oldestFirst = sets.all();
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            for (ReplicaSetCondition condition : oldestFirst.get(i).status().conditions()) {
                if (condition.type().equals("ReplicaFailure")) {
                    return Optional.of(new DeploymentCondition(
                            condition.type(),
                            condition.status(),
                            condition.lastTransitionTime(),
                            condition.lastTransitionTime(),
                            condition.message(),
                            condition.reason()));
                }
            }
        }
        return Optional.empty();
    }
}
