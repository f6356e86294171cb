package io.coxswain.workloads.owner;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.controller.Context;
import io.coxswain.informer.Index;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.LabelSelection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Settles which objects a resource controls (Kubernetes {@code pkg/controller/controller_ref_manager.go}): those it controls and selects stay, those it selects and nobody controls are adopted, those it
 * controls and no longer selects are let go.
 */
public final class Ownership {
    private Ownership() {}

    /**
     * Adopts and lets go what must be, and returns what is owned afterwards, by name. A resource that is being deleted adopts nothing; that it isn't is read from the API itself, since a cache may not
     * know yet.
     */
    public static <R extends Resource<R>, T extends Resource<T>> List<T> claim(
            R owner, LabelSelection selector, Kind<T> kind, Context<R> context) {
        List<T> claimed = new ArrayList<>();
        for (T object : context.list(Index.owner(kind), owner.metadata().uid())) {
            if (!isControlledBy(owner, object)) {
                continue;
            }
            if (owner.metadata().isDeleting() || selector.matches(object.labels())) {
                claimed.add(object);
            } else {
                release(owner, object, context);
            }
        }
        List<T> orphans = new ArrayList<>();
        for (T object : context.list(orphansByNamespace(kind), owner.metadata().namespace())) {
            if (!object.metadata().isDeleting() && selector.matches(object.labels())) {
                orphans.add(object);
            }
        }
        if (!orphans.isEmpty() && mayAdopt(owner, context)) {
            for (T orphan : orphans) {
                claimed.add(adopt(owner, orphan, context));
            }
            claimed.sort(Comparator.comparing(Resource::key));
        }
        return claimed;
    }

    private static boolean isControlledBy(Resource<?> owner, Resource<?> object) {
        String uid = owner.metadata().uid();
        return object.metadata().controller().filter(it -> it.uid().equals(uid)).isPresent();
    }

    /** So that a claim looks at what might be claimed and not at the whole namespace. */
    private static <T extends Resource<T>> Index<T> orphansByNamespace(Kind<T> kind) {
        return Index.of(
                kind,
                "orphan",
                object -> object.metadata().controller().isPresent()
                        ? List.of()
                        : List.of(object.metadata().namespace()));
    }

    private static <R extends Resource<R>> boolean mayAdopt(R owner, Context<R> context) {
        return context.client()
                .find(owner.kind(), owner.key())
                .filter(live -> live.metadata().uid().equals(owner.metadata().uid())
                        && !live.metadata().isDeleting())
                .isPresent();
    }

    private static <R extends Resource<R>, T extends Resource<T>> T adopt(R owner, T orphan, Context<R> context) {
        OwnerReference reference = reference(owner);
        return context.patch(orphan, read -> withMetadata(read, read.metadata().withOwner(reference)));
    }

    private static <R extends Resource<R>, T extends Resource<T>> void release(R owner, T object, Context<R> context) {
        String uid = owner.metadata().uid();
        context.patch(
                object,
                read -> withMetadata(
                        read,
                        read.metadata()
                                .withOwnerReferences(read.metadata().ownerReferences().stream()
                                        .filter(reference -> !reference.uid().equals(uid))
                                        .toList())));
    }

    private static <T extends Resource<T>> T withMetadata(T object, ObjectMeta metadata) {
        return object.kind().withMetadata(object, metadata);
    }

    /** The reference of a dependent to the resource that controls it. */
    public static <R extends Resource<R>> OwnerReference reference(R owner) {
        return new OwnerReference(
                owner.kind().apiVersion(),
                owner.kind().name(),
                owner.metadata().name(),
                true,
                true,
                owner.metadata().uid());
    }
}
