package io.coxswain.store.mutant;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** Mutants of reads. */
final class ReadMutants {
    private ReadMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("stale get", real -> new ForwardingStore(real) {
                    @Override
                    public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
                        return real.snapshot(before(real)).get(kind, key);
                    }
                }),
                Mutant.of("stale get now and then", real -> new ForwardingStore(real) {
                    @Override
                    public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
                        return everyNth(9) ? real.snapshot(before(real)).get(kind, key) : super.get(kind, key);
                    }
                }),
                Mutant.of("stale snapshot", real -> new ForwardingStore(real) {
                    @Override
                    public StoreSnapshot snapshot() {
                        return real.snapshot(before(real));
                    }
                }),
                Mutant.of("snapshot moves", real -> new ForwardingStore(real) {
                    @Override
                    StoreSnapshot snapshot(StoreSnapshot snapshot) {
                        return new ForwardingSnapshot(snapshot) {
                            @Override
                            public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
                                return ReadMutants.now(store(), super.get(kind, key), kind, key);
                            }
                        };
                    }

                    private Store store() {
                        return real;
                    }
                }),
                snapshots("list moves", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
                        super.list(kind, selection);
                        return store.snapshot().list(kind, selection);
                    }
                }),
                snapshots("continuation moves", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public <R extends Resource<R>> StorePage<R> page(
                            Kind<R> kind, Selection selection, ResourceKey after, int limit) {
                        StorePage<R> page = super.page(kind, selection, after, limit);
                        return after == null ? page : store.snapshot().page(kind, selection, after, limit);
                    }
                }),
                snapshots("page skips one", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public <R extends Resource<R>> StorePage<R> page(
                            Kind<R> kind, Selection selection, ResourceKey after, int limit) {
                        StorePage<R> page = super.page(kind, selection, after, limit);
                        return after == null || page.items().size() < 2
                                ? page
                                : new StorePage<>(
                                        page.items().subList(1, page.items().size()), page.more());
                    }
                }),
                snapshots("page repeats one", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public <R extends Resource<R>> StorePage<R> page(
                            Kind<R> kind, Selection selection, ResourceKey after, int limit) {
                        StorePage<R> page = super.page(kind, selection, after, limit);
                        R last = after == null ? null : find(kind, after);
                        if (last == null || page.items().isEmpty()) {
                            return page;
                        }
                        List<R> items = new ArrayList<>(page.items());
                        items.add(0, last);
                        return new StorePage<>(Collections.unmodifiableList(items), page.more());
                    }
                }),
                snapshots("last page says that others follow", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public <R extends Resource<R>> StorePage<R> page(
                            Kind<R> kind, Selection selection, ResourceKey after, int limit) {
                        StorePage<R> page = super.page(kind, selection, after, limit);
                        return new StorePage<>(page.items(), page.items().size() == limit);
                    }
                }),
                snapshots("page hides that others follow", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public <R extends Resource<R>> StorePage<R> page(
                            Kind<R> kind, Selection selection, ResourceKey after, int limit) {
                        return new StorePage<>(
                                super.page(kind, selection, after, limit).items(), false);
                    }
                }),
                lists("list by name only", (listed, selection) -> {
                    listed.sort(
                            Comparator.comparing((Resource<?> r) -> r.metadata().name()));
                }),
                lists("list loses its last object now and then", (listed, selection) -> {
                    if (listed.size() > 4) {
                        listed.remove(listed.size() - 1);
                    }
                }),
                selections("labels aren't looked at", s -> s.labels(LabelSelection.everything())),
                selections("namespace isn't looked at", s -> new Selection(null, s.labels(), s.fields())),
                snapshots("past is selected by the present", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
                        List<R> now = store.snapshot().list(kind, selection);
                        super.list(kind, selection);
                        return super.list(kind, Selection.all()).stream()
                                .filter(object -> selection.isEverything()
                                        || now.stream()
                                                .anyMatch(other -> other.key().equals(object.key())))
                                .toList();
                    }
                }),
                snapshots("count is of all namespaces", (snapshot, store) -> new ForwardingSnapshot(snapshot) {
                    @Override
                    public long count(Kind<?> kind, String namespace) {
                        return super.count(kind, null);
                    }
                }),
                Mutant.of("revision of the future is the newest", real -> new ForwardingStore(real) {
                    @Override
                    public StoreSnapshot snapshot(long revision) {
                        return real.snapshot(Math.min(revision, real.revision()));
                    }
                }),
                Mutant.of("objects are copied", real -> new ForwardingStore(real) {
                    @Override
                    public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
                        StoredObject<R> found = super.get(kind, key);
                        return found == null
                                ? null
                                : found.with(kind.withMetadata(
                                        found.resource(), found.resource().metadata()));
                    }
                }));
    }

    private static long before(Store real) {
        return Math.max(real.oldestRevision(), real.revision() - 1);
    }

    private static <R extends Resource<R>> StoredObject<R> now(
            Store store, StoredObject<R> then, Kind<R> kind, ResourceKey key) {
        StoredObject<R> now = store.get(kind, key);
        return now == null ? then : now;
    }

    private static Mutant snapshots(String name, BiFunction<StoreSnapshot, Store, StoreSnapshot> broken) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            StoreSnapshot snapshot(StoreSnapshot snapshot) {
                return broken.apply(snapshot, real);
            }
        });
    }

    private interface Spoils {
        void spoil(List<? extends Resource<?>> listed, Selection selection);
    }

    private static Mutant lists(String name, Spoils spoils) {
        return snapshots(name, (snapshot, store) -> new ForwardingSnapshot(snapshot) {
            @Override
            public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
                List<R> listed = new ArrayList<>(super.list(kind, selection));
                spoils.spoil(listed, selection);
                return Collections.unmodifiableList(listed);
            }
        });
    }

    private interface Widens {
        Selection widen(Selection selection);
    }

    private static Mutant selections(String name, Widens widens) {
        return snapshots(name, (snapshot, store) -> new ForwardingSnapshot(snapshot) {
            @Override
            public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
                return super.list(kind, widens.widen(selection));
            }
        });
    }
}
