package io.coxswain.store.memory;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind: by key for gets, by namespace and name for lists, by what lists select for, and who waits for
 * their changes.
 *
 * <p>The baton's holder writes; anybody reads the maps and the indexes, nobody but the baton's holder the interests. An entry
 * is in the maps before the head that makes its first version visible is published, and leaves them after its deletion is
 * compacted; one that is made anew for the same key is another entry. So who took a revision from the head and finds no
 * entry, or one that is gone, knows that there is no object, unless that revision was compacted meanwhile.
 */
final class KindTable<R extends Resource<R>> {
    final Kind<R> kind;
    final Interests<R> interests;
    final Stretches<R> stretches = new Stretches<>();
    final Indexes<R> indexes = new Indexes<>();
    private final ConcurrentHashMap<ResourceKey, Entry<R>> byKey = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, OrderedEntries<R>> byNamespace = new ConcurrentSkipListMap<>();

    KindTable(Kind<R> kind) {
        this.kind = kind;
        this.interests = new Interests<>(kind);
    }

    @Nullable
    Entry<R> entry(ResourceKey key) {
        return byKey.get(key);
    }

    @Nullable
    OrderedEntries<R> namespace(String namespace) {
        return byNamespace.get(namespace);
    }

    /** All namespaces from one on, in their order. */
    Collection<OrderedEntries<R>> namespacesFrom(String first) {
        ConcurrentNavigableMap<String, OrderedEntries<R>> tail = byNamespace.tailMap(first, true);
        return tail.values();
    }

    List<String> namespaces() {
        return List.copyOf(byNamespace.keySet());
    }

    Entry<R> add(ResourceKey key) {
        Entry<R> entry = new Entry<>(key);
        byKey.put(key, entry);
        OrderedEntries<R> namespace = byNamespace.get(key.namespace());
        if (namespace == null) {
            namespace = new OrderedEntries<>();
            byNamespace.put(key.namespace(), namespace);
        }
        namespace.add(entry);
        return entry;
    }

    void remove(Entry<R> entry) {
        entry.markGone();
        byKey.remove(entry.key, entry);
        OrderedEntries<R> namespace = byNamespace.get(entry.key.namespace());
        if (namespace != null && namespace.remove(entry)) {
            byNamespace.remove(entry.key.namespace());
        }
    }

    /** How many objects there are, with those whose deletion isn't compacted. */
    long size() {
        return byKey.mappingCount();
    }

    /** The object as the commit of this revision leaves it. */
    R stamped(R object, long revision) {
        return kind.withMetadata(object, object.metadata().withResourceVersion(revision));
    }

    /** Whether a write would change nothing. */
    boolean same(StoredObject<R> stored, StoredObject<R> wanted) {
        R now = stored.resource();
        R then = wanted.resource();
        return stored.applied().equals(wanted.applied())
                && (now == then
                        || (kind.sameStatus(now, then)
                                && kind.sameSpec(now, then)
                                && then.metadata()
                                        .withResourceVersion(now.metadata().resourceVersion())
                                        .equals(now.metadata())));
    }
}
