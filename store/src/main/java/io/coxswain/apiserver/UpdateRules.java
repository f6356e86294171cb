package io.coxswain.apiserver;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.ObjectMetaBuilder;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.resource.Resource;
import java.util.List;

/** What the server makes of an object that is updated; see {@code apiserver/pkg/registry/rest/update.go}. */
final class UpdateRules {

    /**
     * A revision or uid in what was sent is a condition.
     *
     * @throws ConflictException if it doesn't hold
     */
    static <R extends Resource<R>> void requireSame(Kind<R> kind, R stored, R sent) {
        ObjectMeta old = stored.metadata();
        ObjectMeta now = sent.metadata();
        if (!now.uid().isEmpty() && !now.uid().equals(old.uid())) {
            throw new ConflictException(Conditions.uid(kind + " " + stored.key(), stored, now.uid()));
        }
        if (now.resourceVersion() != 0 && now.resourceVersion() != old.resourceVersion()) {
            throw new ConflictException(Conditions.revision(kind + " " + stored.key(), stored, now.resourceVersion()));
        }
    }

    /** What was sent, with the status and the metadata that are not the sender's to change. */
    <R extends Resource<R>> R prepared(Kind<R> kind, R stored, R sent) {
        return kind.withMetadata(kind.withStatusOf(sent, stored), kept(stored.metadata(), sent.metadata()));
    }

    /** A deletion that has begun can't be called off; one that hasn't can't be begun so, which is validated. */
    private static ObjectMeta kept(ObjectMeta old, ObjectMeta sent) {
        boolean deleting = old.deletionTimestamp() != null;
        return ObjectMetaBuilder.builder(sent)
                .namespace(old.namespace())
                .uid(old.uid())
                .creationTimestamp(old.creationTimestamp())
                .generation(old.generation())
                .deletionTimestamp(deleting ? old.deletionTimestamp() : sent.deletionTimestamp())
                .deletionGracePeriodSeconds(
                        deleting ? old.deletionGracePeriodSeconds() : sent.deletionGracePeriodSeconds())
                .resourceVersion(old.resourceVersion())
                .selfLink("")
                .managedFields(List.of())
                .build();
    }

    /** The admitted object, whatever admission did to what isn't its to change, with its generation. */
    <R extends Resource<R>> R completed(Kind<R> kind, R stored, R admitted) {
        ObjectMeta old = stored.metadata();
        boolean grows = kind.generationRule() == GenerationRule.SPEC && !kind.sameSpec(stored, admitted);
        ObjectMeta metadata = kept(old, admitted.metadata()).withGeneration(old.generation() + (grows ? 1 : 0));
        return kind.withMetadata(admitted, metadata);
    }

    /** What a manager can apply of an object: without status, and of the metadata what it may decide. */
    <R extends Resource<R>> R applicable(Kind<R> kind, R object) {
        ObjectMeta given = object.metadata();
        ObjectMeta metadata = ObjectMetaBuilder.builder(ObjectMeta.EMPTY)
                .namespace(object.kind().keyOf(object.key()).namespace())
                .name(given.name())
                .labels(given.labels())
                .annotations(given.annotations())
                .finalizers(given.finalizers())
                .ownerReferences(given.ownerReferences())
                .build();
        return kind.withMetadata(kind.withoutStatus(object), metadata);
    }
}
