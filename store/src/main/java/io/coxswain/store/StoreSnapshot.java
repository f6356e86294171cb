package io.coxswain.store;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Reader;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything as it was at one revision. Holds nothing: it needs no closing, and its reads fail with
 * {@code ExpiredException} once the revision is compacted.
 *
 * <p>Thread-safe.
 */
public interface StoreSnapshot extends Reader {

    /** The object with what is kept beside it, or {@code null} if there is none. */
    <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key);

    /**
     * Some of the selected objects, by namespace and name.
     *
     * @param after begin behind this key, which need not exist; {@code null}: at the beginning
     * @param limit at most so many, at least 1
     * @throws IllegalArgumentException if the limit is below 1
     * @throws io.coxswain.error.BadRequestException if the selection has a field that the kind can't be selected by
     */
    <R extends Resource<R>> StorePage<R> page(
            Kind<R> kind, Selection selection, @Nullable ResourceKey after, int limit);

    /**
     * The objects of a kind that name an owner, by namespace and name. An engine that knows a shorter way than looking at all
     * objects takes it.
     */
    default <R extends Resource<R>> List<R> ownedBy(Kind<R> kind, String uid) {
        return list(kind, Selection.all()).stream()
                .filter(object -> object.metadata().ownerReferences().stream()
                        .anyMatch(owner -> owner.uid().equals(uid)))
                .toList();
    }

    /** How many objects of a kind there are in a namespace ({@code null}: in all). */
    long count(Kind<?> kind, @Nullable String namespace);

    @Override
    default <R extends Resource<R>> @Nullable R find(Kind<R> kind, ResourceKey key) {
        StoredObject<R> found = get(kind, key);
        return found == null ? null : found.resource();
    }
}
