package io.coxswain.controller;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes objects of the kinds that a controller owns dependents of the resource that is reconciled, and refuses those that can't be or that would come to no good.
 *
 * @param resource the owner, if it exists
 */
record Dependents<R extends Resource<R>>(
        ControllerSpec<R> spec, ControllerCaches caches, CacheReader reader, ResourceKey key, Optional<R> resource) {

    /** The object as the resource owns it; one of another kind as it is. */
    <T extends Resource<T>> T of(T object) {
        Kind<T> kind = object.kind();
        if (!spec.isOwned(kind)) {
            return object;
        }
        R owner = resource.orElseThrow(() -> new IllegalStateException(name(object) + " would be owned by "
                + spec.kind() + " " + key + ", which doesn't exist: an object is created for an owner that is there"));
        ObjectMeta metadata = inNamespaceOf(owner, object);
        requireSelected(kind, metadata);
        refuseLoop(owner, kind, metadata);
        refuseOtherController(owner, kind, metadata);
        OwnerReference reference = new OwnerReference(
                owner.kind().apiVersion(),
                owner.kind().name(),
                owner.metadata().name(),
                true,
                true,
                owner.metadata().uid());
        return kind.withMetadata(object, metadata.withOwner(reference));
    }

    private <T extends Resource<T>> ObjectMeta inNamespaceOf(R owner, T object) {
        ObjectMeta metadata = object.metadata();
        if (!owner.kind().isNamespaced()) {
            return metadata;
        }
        String namespace = owner.metadata().namespace();
        if (object.kind().isNamespaced() && metadata.namespace().isEmpty()) {
            return metadata.withNamespace(namespace);
        }
        if (!metadata.namespace().equals(namespace)) {
            throw new IllegalStateException(name(object) + " can't be owned by " + spec.kind() + " " + key
                    + ": an owner with a namespace owns objects of that namespace only");
        }
        return metadata;
    }

    /** Objects that own each other are never collected, and each one's controller is woken by the other's for ever. */
    private <T extends Resource<T>> void refuseLoop(R owner, Kind<T> kind, ObjectMeta dependent) {
        if (kind.equals(spec.kind()) && dependent.name().equals(key.name())) {
            throw loop(kind, dependent, "owns itself");
        }
        if (owner.metadata().ownerReferences().isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        Deque<ObjectMeta> above = new ArrayDeque<>(List.of(owner.metadata()));
        while (!above.isEmpty()) {
            for (OwnerReference reference : above.remove().ownerReferences()) {
                if (OwnerKinds.isOf(reference, kind) && reference.name().equals(dependent.name())) {
                    throw loop(kind, dependent, "is an owner of " + spec.kind() + " " + key);
                }
                if (seen.add(reference.uid())) {
                    spec.kinds().forEach(known -> ownerOf(reference, known).ifPresent(above::add));
                }
            }
        }
    }

    private IllegalStateException loop(Kind<?> kind, ObjectMeta dependent, String how) {
        return new IllegalStateException(
                kind + " " + new ResourceKey(dependent.namespace(), dependent.name()) + " would be owned by "
                        + spec.kind() + " " + key + ", and " + how
                        + ": owners that form a loop are never deleted; let one of both refer to the other by its name");
    }

    private <T extends Resource<T>> Optional<ObjectMeta> ownerOf(OwnerReference reference, Kind<T> known) {
        if (!OwnerKinds.isOf(reference, known)) {
            return Optional.empty();
        }
        return reader.find(known, new ResourceKey(known.isNamespaced() ? key.namespace() : "", reference.name()))
                .map(Resource::metadata);
    }

    /** What the cache never shows would be made again and again. */
    private <T extends Resource<T>> void requireSelected(Kind<T> kind, ObjectMeta metadata) {
        Selection selected = caches.of(kind).selection();
        String namespace = selected.namespace();
        if ((namespace != null && !namespace.equals(metadata.namespace()))
                || !selected.labels().matches(metadata.labels())) {
            throw new IllegalStateException(kind + " " + new ResourceKey(metadata.namespace(), metadata.name())
                    + " isn't among those that " + spec + " selects (" + selected
                    + "), so it would never see it: give it the labels and namespace, or select more");
        }
    }

    private <T extends Resource<T>> void refuseOtherController(R owner, Kind<T> kind, ObjectMeta metadata) {
        ResourceKey dependent = new ResourceKey(metadata.namespace(), metadata.name());
        reader.find(kind, dependent)
                .flatMap(stored -> stored.metadata().controller())
                .filter(other -> !other.uid().equals(owner.metadata().uid()))
                .ifPresent(other -> {
                    throw new ConflictException(kind + " " + dependent + " is controlled by " + other.kind() + " "
                            + other.name() + " (uid " + other.uid() + "), so " + spec.kind() + " " + key
                            + " can't own it: give it another name or delete the present one");
                });
    }

    private static String name(Resource<?> object) {
        return object.kind() + " " + object.key();
    }
}
