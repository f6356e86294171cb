package io.coxswain.workloads.deployment;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.apps.v1.ReplicaSetSpec;
import io.coxswain.api.apps.v1.ReplicaSetStatus;
import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Context;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.event.EventType;
import io.coxswain.selector.LabelSelection;
import io.coxswain.value.Ordered;
import io.coxswain.workloads.owner.Ownership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds, makes, sizes and forgets the replica sets of one Deployment (Kubernetes {@code pkg/controller/deployment/util}). */
final class ReplicaSets {
    static final String HASH_LABEL = "pod-template-hash";
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MAX = "deployment.kubernetes.io/max-replicas";

    private static final Comparator<ReplicaSet> OLDEST_FIRST = Comparator.comparing((ReplicaSet set) ->
                    Optional.ofNullable(set.metadata().creationTimestamp()).orElse(Instant.EPOCH))
            .thenComparing(set -> set.metadata().name());

    private final Deployment deployment;
    private final Context<Deployment> context;

    ReplicaSets(Deployment deployment, Context<Deployment> context) {
        this.deployment = deployment;
        this.context = context;
    }

    /** The Deployment's sets; the oldest of those with its template is the current one. */
    Sets find() {
        List<ReplicaSet> owned = new ArrayList<>(
                Ownership.claim(deployment, LabelSelection.of(deployment.spec().selector()), ReplicaSet.KIND, context));
        owned.sort(OLDEST_FIRST);
        ReplicaSet current = null;
        List<ReplicaSet> old = new ArrayList<>(owned.size());
        for (ReplicaSet set : owned) {
            if (current == null && sameTemplate(set.spec().template())) {
                current = set;
            } else {
                old.add(set);
            }
        }
        return new Sets(current, old);
    }

    private boolean sameTemplate(PodTemplateSpec template) {
        ObjectMeta metadata = template.metadata();
        return template.withMetadata(metadata.withoutLabel(HASH_LABEL))
                .equals(deployment
                        .spec()
                        .template()
                        .withMetadata(deployment.spec().template().metadata().withoutLabel(HASH_LABEL)));
    }

    /** The sets with a current one of the right revision and annotations, made if it was missing. */
    Sets withCurrent(Sets sets, RollingUpdate plan) {
        ReplicaSet current = sets.current();
        if (current == null) {
            return new Sets(create(sets, plan), sets.old());
        }
        long revision = Math.max(revision(current), newestRevision(sets.old()) + 1);
        Map<String, String> annotations = annotations(revision, plan);
        boolean same = current.metadata().annotations().entrySet().containsAll(annotations.entrySet())
                && current.spec().minReadySeconds() == deployment.spec().minReadySeconds();
        if (same) {
            return sets;
        }
        return sets.with(context.patch(
                current,
                read -> read.withMetadata(annotated(read.metadata(), annotations))
                        .withSpec(read.spec()
                                .withMinReadySeconds(deployment.spec().minReadySeconds()))));
    }

    private ReplicaSet create(Sets sets, RollingUpdate plan) {
        String hash = TemplateHash.of(
                deployment.spec().template(), deployment.status().collisionCount());
        String name = deployment.metadata().name() + "-" + hash;
        PodTemplateSpec template = deployment.spec().template();
        int size = plan.newReplicas(new RollingUpdate.Size(0, 0), sets.oldSizes());
        ObjectMeta metadata = ObjectMeta.named(deployment.metadata().namespace(), name)
                .withLabels(Ordered.with(template.metadata().labels(), HASH_LABEL, hash))
                .withAnnotations(annotations(newestRevision(sets.old()) + 1, plan));
        LabelSelector selector = deployment.spec().selector() == null
                ? LabelSelector.EMPTY
                : deployment.spec().selector();
        ReplicaSet wanted = new ReplicaSet(
                metadata,
                new ReplicaSetSpec(
                        deployment.spec().minReadySeconds(),
                        size,
                        selector.withMatchLabels(Ordered.with(selector.matchLabels(), HASH_LABEL, hash)),
                        template.withMetadata(template.metadata().withLabel(HASH_LABEL, hash))),
                ReplicaSetStatus.EMPTY);
        try {
            ReplicaSet made = context.create(wanted);
            if (size > 0) {
                scaled(name, 0, size);
            }
            return made;
        } catch (AlreadyExistsException e) {
            return afterCollision(wanted, e);
        }
    }

    /** A set of that name exists: ours, made by a call whose answer got lost, or another's; then the next hash is another one. */
    private ReplicaSet afterCollision(ReplicaSet wanted, AlreadyExistsException collision) {
        Optional<ReplicaSet> present = context.client().find(ReplicaSet.KIND, wanted.key());
        boolean ours = present.isPresent()
                && present.get()
                        .metadata()
                        .controller()
                        .filter(owner ->
                                owner.uid().equals(deployment.metadata().uid()))
                        .isPresent()
                && sameTemplate(present.get().spec().template());
        if (ours) {
            return present.get();
        }
        Integer count = deployment.status().collisionCount();
        context.updateStatus(
                deployment.withStatus(deployment.status().withCollisionCount(count == null ? 1 : count + 1)));
        throw collision;
    }

    /** Gives a set another size and notes what that size came from. */
    ReplicaSet scale(ReplicaSet set, int size, RollingUpdate plan) {
        Map<String, String> notes = scaleNotes(plan);
        if (Sets.size(set) == size && set.metadata().annotations().entrySet().containsAll(notes.entrySet())) {
            return set;
        }
        ReplicaSet scaled = context.patch(
                set,
                read -> read.withMetadata(annotated(read.metadata(), notes))
                        .withSpec(read.spec().withReplicas(size)));
        if (Sets.size(set) != size) {
            scaled(set.metadata().name(), Sets.size(set), size);
        }
        return scaled;
    }

    private void scaled(String name, int from, int to) {
        String direction = to > from ? "up" : "down";
        context.event(
                EventType.NORMAL,
                "ScalingReplicaSet",
                "Scaled " + direction + " replica set " + name + " from " + from + " to " + to);
    }

    /** Deletes the oldest of the sets without pods beyond those that shall be kept to roll back to. */
    void forgetOld(List<ReplicaSet> old) {
        Integer limit = deployment.spec().revisionHistoryLimit();
        int keep = limit == null ? 10 : limit;
        List<ReplicaSet> idle = old.stream()
                .filter(set -> !set.metadata().isDeleting())
                .sorted(Comparator.comparingLong(ReplicaSets::revision))
                .toList();
        for (ReplicaSet set : idle.subList(0, Math.max(0, idle.size() - keep))) {
            boolean empty = Sets.size(set) == 0
                    && set.status().replicas() == 0
                    && set.metadata().generation() <= set.status().observedGeneration();
            if (empty) {
                context.delete(set);
            }
        }
    }

    private Map<String, String> annotations(long revision, RollingUpdate plan) {
        Map<String, String> annotations = new LinkedHashMap<>();
        deployment.metadata().annotations().forEach((key, value) -> {
            if (!key.startsWith("deployment.kubernetes.io/") && !key.startsWith("kubectl.kubernetes.io/")) {
                annotations.put(key, value);
            }
        });
        annotations.put(REVISION, Long.toString(revision));
        annotations.putAll(scaleNotes(plan));
        return annotations;
    }

    private static Map<String, String> scaleNotes(RollingUpdate plan) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(DESIRED, Integer.toString(plan.replicas()));
        notes.put(MAX, Integer.toString(plan.replicas() + plan.surge()));
        return notes;
    }

    private static ObjectMeta annotated(ObjectMeta metadata, Map<String, String> annotations) {
        Map<String, String> all = new LinkedHashMap<>(metadata.annotations());
        all.putAll(annotations);
        return metadata.withAnnotations(all);
    }

    private static long newestRevision(List<ReplicaSet> sets) {
        long newest = 0;
        for (ReplicaSet set : sets) {
            newest = Math.max(newest, revision(set));
        }
        return newest;
    }

    /** The revision that a set is of; 0 if it isn't known. */
    static long revision(ReplicaSet set) {
        return number(set, REVISION);
    }

    /** A number that is noted on a set; 0 if it isn't. */
    static long number(ReplicaSet set, String annotation) {
        try {
            return Long.parseLong(set.metadata().annotations().getOrDefault(annotation, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
