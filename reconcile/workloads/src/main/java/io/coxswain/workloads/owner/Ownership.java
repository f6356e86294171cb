package io.coxswain.workloads.owner;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.controller.Context;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<T> orphans = new ArrayList<>();
        for (T object :
                context.list(kind, Selection.inNamespace(owner.metadata().namespace()))) {
            boolean selected = selector.matches(object.labels());
            Optional<OwnerReference> controller = object.metadata().controller();
            if (controller.isEmpty()) {
                if (selected && !object.metadata().isDeleting()) {
                    orphans.add(object);
                }
            } else if (controller.get().uid().equals(owner.metadata().uid())) {
                if (selected || owner.metadata().isDeleting()) {
                    claimed.add(object);
                } else {
                    release(owner, object, context);
                }
            }
        }
        if (!orphans.isEmpty() && mayAdopt(owner, context)) {
            for (T orphan : orphans) {
                claimed.add(adopt(owner, orphan, context));
            }
        }
        return claimed;
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
