package io.coxswain.store.memory;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision, and nothing else: what it shows is found in the entries' versions. */
final class Snapshot implements StoreSnapshot {
    private final Engine engine;
    private final long revision;

    Snapshot(Engine engine, long revision) {
        this.engine = engine;
        this.revision = revision;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        engine.requireOpen();
        KindTable<R> table = engine.tableOrNull(kind);
        Entry<R> entry = table == null ? null : table.entry(key);
        StoredObject<R> found = entry == null ? null : entry.at(revision);
        engine.requireRetained(revision);
        return found;
    }

    @Override
    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
        return page(kind, selection, null, Integer.MAX_VALUE).items();
    }

    @Override
    public <R extends Resource<R>> StorePage<R> page(
            Kind<R> kind, Selection selection, @Nullable ResourceKey after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + ": must be at least 1");
        }
        engine.requireOpen();
        KindTable<R> table = engine.tableOrNull(kind);
        StorePage<R> page = table == null ? new StorePage<R>(List.of(), false) : page(table, selection, after, limit);
        engine.requireRetained(revision);
        return page;
    }

    private <R extends Resource<R>> StorePage<R> page(
            KindTable<R> table, Selection selection, @Nullable ResourceKey after, int limit) {
        Walk<R> walk = new Walk<>(new Selector<>(table.kind, selection), limit);
        String namespace = selection.namespace();
        Optional<String> name = Selector.name(selection);
        if (name.isPresent() && (namespace != null || !table.kind.isNamespaced())) {
            walk.only(table.entry(new ResourceKey(namespace == null ? "" : namespace, name.get())), after);
            return walk.page();
        }
        for (OrderedEntries<R> entries : namespaces(table, namespace, after)) {
            if (walk.isOver() || !walk.through(entries.sorted(), after)) {
                break;
            }
        }
        return walk.page();
    }

    private static <R extends Resource<R>> Collection<OrderedEntries<R>> namespaces(
            KindTable<R> table, @Nullable String namespace, @Nullable ResourceKey after) {
        if (namespace == null) {
            return table.namespacesFrom(after == null ? "" : after.namespace());
        }
        OrderedEntries<R> only = table.namespace(namespace);
        return only == null || (after != null && after.namespace().compareTo(namespace) > 0)
                ? List.of()
                : List.of(only);
    }

    @Override
    public long count(Kind<?> kind, @Nullable String namespace) {
        engine.requireOpen();
        KindTable<?> table = engine.tableOrNull(kind);
        long count = table == null ? 0 : count(table, namespace);
        engine.requireRetained(revision);
        return count;
    }

    private <R extends Resource<R>> long count(KindTable<R> table, @Nullable String namespace) {
        long count = 0;
        for (OrderedEntries<R> entries : namespaces(table, namespace, null)) {
            for (Entry<R> entry : entries.sorted()) {
                if (entry.at(revision) != null) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Collects a page. */
    private final class Walk<R extends Resource<R>> {
        private final Selector<R> selector;
        private final int limit;
        private final List<R> items = new ArrayList<>();
        private boolean more;

        Walk(Selector<R> selector, int limit) {
            this.selector = selector;
            this.limit = limit;
        }

        boolean isOver() {
            return more;
        }

        void only(@Nullable Entry<R> entry, @Nullable ResourceKey after) {
            if (entry != null && (after == null || entry.key.compareTo(after) > 0)) {
                visit(entry);
            }
        }

        /** @return whether the next namespace is to be walked too */
        boolean through(Entry<R>[] sorted, @Nullable ResourceKey after) {
            int from = 0;
            if (after != null && sorted.length > 0 && sorted[0].key.namespace().equals(after.namespace())) {
                from = OrderedEntries.after(sorted, after.name());
            }
            for (int i = from; i < sorted.length; i++) {
                if (!visit(sorted[i])) {
                    return false;
                }
            }
            return true;
        }

        private boolean visit(Entry<R> entry) {
            StoredObject<R> stored = entry.at(revision);
            if (stored != null && selector.matches(stored.resource())) {
                if (items.size() == limit) {
                    more = true;
                    return false;
                }
                items.add(stored.resource());
            }
            return true;
        }

        StorePage<R> page() {
            return new StorePage<>(Collections.unmodifiableList(items), more);
        }
    }
}
