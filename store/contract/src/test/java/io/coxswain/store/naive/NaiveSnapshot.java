package io.coxswain.store.naive;

import io.coxswain.client.Selector;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import java.util.List;

/** One of the maps, looked up at each call, as it may be compacted. */
record NaiveSnapshot(NaiveStore store, long revision) implements StoreSnapshot {

    @Override
    @SuppressWarnings("unchecked")
    public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        return (StoredObject<R>) store.state(revision).objects().get(new NaiveStore.Id(kind, key));
    }

    @Override
    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
        return page(kind, selection, null, Integer.MAX_VALUE).items();
    }

    @Override
    public <R extends Resource<R>> StorePage<R> page(Kind<R> kind, Selection selection, ResourceKey after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + ": must be at least 1");
        }
        requireSelectable(kind, selection);
        List<R> all = store.state(revision).objects().entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .filter(entry -> after == null || entry.getKey().key().compareTo(after) > 0)
                .map(entry -> kind.type().cast(entry.getValue().resource()))
                .filter(object -> matches(kind, selection, object))
                .toList();
        return new StorePage<>(all.stream().limit(limit).toList(), all.size() > limit);
    }

    static void requireSelectable(Kind<?> kind, Selection selection) {
        selection.fields().terms().forEach(term -> {
            if (!kind.selectableFields().containsKey(term.field())) {
                throw new BadRequestException(term.field() + " is not a selectable field of " + kind);
            }
        });
    }

    static <R extends Resource<R>> boolean matches(Kind<R> kind, Selection selection, R object) {
        return new Selector<>(kind, selection).matches(object);
    }

    @Override
    public long count(Kind<?> kind, String namespace) {
        return store.state(revision).objects().keySet().stream()
                .filter(id -> id.kind().equals(kind))
                .filter(id -> namespace == null || namespace.equals(id.key().namespace()))
                .count();
    }
}
