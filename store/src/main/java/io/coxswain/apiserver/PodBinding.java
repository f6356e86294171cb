package io.coxswain.apiserver;

import io.coxswain.api.core.v1.Binding;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodSpecBuilder;
import io.coxswain.api.core.v1.PodStatusBuilder;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.environment.Environment;
import io.coxswain.error.ConflictException;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Reader;
import io.coxswain.resource.SubresourceHandler;
import io.coxswain.validation.FieldErrors;
import io.coxswain.value.Ordered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a Pod its node; see {@code registry/core/pod/storage}. A uid or revision in the binding's metadata is a condition, its
 * annotations go to the Pod.
 */
final class PodBinding implements SubresourceHandler<Pod, Binding> {
    static final String NAME = "binding";

    private static final String SCHEDULED = "PodScheduled";

    private final Environment environment;

    PodBinding(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Class<Binding> bodyType() {
        return Binding.class;
    }

    @Override
    public Plan plan(Pod current, Binding body, Reader reader) {
        check(current, body);
        String node = body.target().name();
        ObjectMeta metadata = current.metadata();
        Pod bound = new Pod(
                metadata.withAnnotations(
                        merged(metadata.annotations(), body.metadata().annotations())),
                PodSpecBuilder.builder(current.spec()).nodeName(node).build(),
                PodStatusBuilder.builder(current.status())
                        .conditions(scheduled(current.status().conditions()))
                        .build());
        return new Plan(conditions(current, body.metadata()), List.of(new Operation.Replace<>(bound)));
    }

    private static void check(Pod pod, Binding body) {
        FieldErrors errors = FieldErrors.collect();
        FieldErrors target = errors.at("target");
        if (!body.target().kind().isEmpty() && !body.target().kind().equals("Node")) {
            target.at("kind").notSupported(body.target().kind(), List.of("Node", "<empty>"));
        }
        if (body.target().name().isEmpty()) {
            target.at("name").required("");
        }
        String subject = "Pod " + pod.key();
        if (!errors.isEmpty()) {
            throw new InvalidException("Binding of " + subject, errors.list());
        }
        if (pod.metadata().isDeleting()) {
            throw new ConflictException(subject + " is being deleted: it can't be given to a node any more");
        }
        if (!pod.spec().nodeName().isEmpty()) {
            throw new ConflictException(subject + " is on node " + pod.spec().nodeName()
                    + " already: it can't be given to " + body.target().name());
        }
        if (!pod.spec().schedulingGates().isEmpty()) {
            throw new ConflictException(
                    subject + " has scheduling gates: it can be given to a node when they are removed");
        }
    }

    private static List<Precondition> conditions(Pod current, ObjectMeta expected) {
        List<Precondition> conditions = new ArrayList<>();
        if (!expected.uid().isEmpty()) {
            conditions.add(new Precondition.UidEquals(Pod.KIND, current.key(), expected.uid()));
        }
        if (expected.resourceVersion() != 0) {
            conditions.add(new Precondition.RevisionEquals(Pod.KIND, current.key(), expected.resourceVersion()));
        }
        return conditions;
    }

    private static Map<String, String> merged(Map<String, String> own, Map<String, String> more) {
        if (more.isEmpty()) {
            return own;
        }
        Map<String, String> all = new LinkedHashMap<>(own);
        all.putAll(more);
        return Ordered.map(all);
    }

    private List<PodCondition> scheduled(List<PodCondition> before) {
        List<PodCondition> conditions = new ArrayList<>();
        for (PodCondition condition : before) {
            if (!condition.type().equals(SCHEDULED)) {
                conditions.add(condition);
            }
        }
        conditions.add(new PodCondition(SCHEDULED, "True", null, environment.now(), "", ""));
        return conditions;
    }
}
