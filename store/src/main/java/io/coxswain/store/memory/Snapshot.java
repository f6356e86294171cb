package io.coxswain.store.memory;

import io.coxswain.client.Selector;
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
import org.jspecify.annotations.Nullable;

/** A revision, and nothing else: what it shows is found in the entries' versions. */
final class Snapshot implements StoreSnapshot {
    private final Engine engine;
    private final Sequencer sequencer;
    private final long revision;

    Snapshot(Engine engine, Sequencer sequencer, long revision) {
        this.engine = engine;
        this.sequencer = sequencer;
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
        Selector<R> selector = new Selector<>(kind, new Selection(null, selection.labels(), selection.fields()));
        return page(kind, new Walk<>(selector, Demands.of(selection), after, limit));
    }

    @Override
    public <R extends Resource<R>> List<R> ownedBy(Kind<R> kind, String uid) {
        Selector<R> selector = Selector.ownedBy(kind, uid);
        return page(kind, new Walk<>(selector, Demands.ownedBy(uid), null, Integer.MAX_VALUE))
                .items();
    }

    private <R extends Resource<R>> StorePage<R> page(Kind<R> kind, Walk<R> walk) {
        engine.requireOpen();
        KindTable<R> table = engine.tableOrNull(kind);
        if (table != null) {
            walk.through(table);
        }
        engine.requireRetained(revision);
        return walk.page();
    }

    private static <R extends Resource<R>> Collection<OrderedEntries<R>> namespaces(
            KindTable<R> table, @Nullable String namespace, @Nullable ResourceKey after) {
        if (namespace == null) {
            return table.namespacesFrom(after == null ? "" : after.namespace());
        }
        OrderedEntries<R> only = table.namespace(namespace);
        return only == null ? List.of() : List.of(only);
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

    /** Collects a page, by the shortest way that there is. */
    private final class Walk<R extends Resource<R>> {
        private final Selector<R> selector;
        private final Demands demands;
        private final @Nullable ResourceKey after;
        private final int limit;
        private final ArrayList<R> items = new ArrayList<>();
        private long visited;
        private boolean more;

        /** @param selector decides about everything but the namespace, in which the walk stays */
        Walk(Selector<R> selector, Demands demands, @Nullable ResourceKey after, int limit) {
            this.selector = selector;
            this.demands = demands;
            this.after = after;
            this.limit = limit;
        }

        void through(KindTable<R> table) {
            if (demands.nothing()) {
                return;
            }
            ResourceKey only = demands.key(table.kind);
            if (only != null) {
                throughOne(table.entry(only));
                return;
            }
            Indexes.Choice<R> indexed = table.indexes.best(demands, revision);
            if (indexed != null) {
                through(indexed.entries());
            } else {
                for (OrderedEntries<R> entries : namespaces(table, demands.namespace(), after)) {
                    if (!through(entries.sorted())) {
                        break;
                    }
                }
            }
            Index<R> due = table.indexes.lookedInVain(demands, visited - items.size(), table, engine);
            if (due != null) {
                sequencer.submit(new Step(engine -> table.indexes.adopt(due, table, engine)));
            }
        }

        private void throughOne(@Nullable Entry<R> entry) {
            if (entry != null && (after == null || entry.key.compareTo(after) > 0)) {
                visit(entry);
            }
        }

        /** @return whether what lies behind these entries is to be walked through too */
        private boolean through(Entry<R>[] sorted) {
            int from = after == null ? 0 : OrderedEntries.behind(sorted, after);
            int to = sorted.length;
            String namespace = demands.namespace();
            if (namespace != null) {
                from = Math.max(from, OrderedEntries.behind(sorted, new ResourceKey(namespace, "")));
                to = OrderedEntries.behind(sorted, new ResourceKey(namespace + '\0', ""));
            }
            if (selector.isAll() && from < to) {
                items.ensureCapacity(items.size() + Math.min(limit - items.size(), to - from));
            }
            Entry<R> previous = null;
            for (int i = from; i < to; i++) {
                Entry<R> entry = sorted[i];
                if (entry != previous && !visit(entry)) {
                    return false;
                }
                previous = entry;
            }
            return true;
        }

        private boolean visit(Entry<R> entry) {
            visited++;
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
