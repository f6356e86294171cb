package io.coxswain.store.mutant;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongUnaryOperator;

/** Mutants of what watches deliver. */
final class WatchMutants {
    private WatchMutants() {}

    static List<Mutant> all() {
        return List.of(
                events("event lost", new Spoil() {
                    private int count;

                    @Override
                    public <R extends Resource<R>> List<WatchEvent<R>> spoil(List<WatchEvent<R>> all, Store store) {
                        return all.stream().filter(event -> ++count % 7 != 0).toList();
                    }
                }),
                events("event twice", new Spoil() {
                    private int count;

                    @Override
                    public <R extends Resource<R>> List<WatchEvent<R>> spoil(List<WatchEvent<R>> all, Store store) {
                        List<WatchEvent<R>> more = new ArrayList<>(all);
                        if (++count % 3 == 0) {
                            more.add(all.get(all.size() - 1));
                        }
                        return more;
                    }
                }),
                events("events of one call in the wrong order", new Spoil() {
                    @Override
                    public <R extends Resource<R>> List<WatchEvent<R>> spoil(List<WatchEvent<R>> all, Store store) {
                        List<WatchEvent<R>> reversed = new ArrayList<>(all);
                        Collections.reverse(reversed);
                        return reversed;
                    }
                }),
                events("part of a transaction is lost", new Spoil() {
                    @Override
                    public <R extends Resource<R>> List<WatchEvent<R>> spoil(List<WatchEvent<R>> all, Store store) {
                        int last = all.size() - 1;
                        return last > 0
                                        && all.get(last - 1).revision()
                                                == all.get(last).revision()
                                ? all.subList(0, last)
                                : all;
                    }
                }),
                Mutant.of("transaction in several calls", real -> new ForwardingStore(real) {
                    @Override
                    <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                        return new ForwardingListener<>(listener) {
                            @Override
                            public void onEvents(List<WatchEvent<R>> wholeCommits) {
                                wholeCommits.forEach(event -> super.onEvents(List.of(event)));
                            }
                        };
                    }
                }),
                Mutant.of("calls without events", real -> new ForwardingStore(real) {
                    @Override
                    <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                        return new ForwardingListener<>(listener) {
                            @Override
                            public void onBookmark(long revision) {
                                super.onEvents(List.of());
                                super.onBookmark(revision);
                            }
                        };
                    }
                }),
                Mutant.of(
                        "DELETED at the revision before",
                        real -> changed(real, new Changes() {
                            @Override
                            public <R extends Resource<R>> WatchEvent<R> change(
                                    WatchEvent<R> event, Store store, Kind<R> kind) {
                                R object = event.object();
                                return event.type() != WatchEvent.Type.DELETED
                                        ? event
                                        : new WatchEvent<>(
                                                event.type(),
                                                kind.withMetadata(
                                                        object,
                                                        object.metadata().withResourceVersion(event.revision() - 1)),
                                                event.revision());
                            }
                        })),
                Mutant.of(
                        "who leaves is shown in the state that isn't selected",
                        real -> changed(real, new Changes() {
                            @Override
                            public <R extends Resource<R>> WatchEvent<R> change(
                                    WatchEvent<R> event, Store store, Kind<R> kind) {
                                return event.type() == WatchEvent.Type.DELETED && isThere(event, store, kind)
                                        ? new WatchEvent<>(
                                                event.type(),
                                                store.snapshot(event.revision())
                                                        .find(
                                                                kind,
                                                                event.object().key()),
                                                event.revision())
                                        : event;
                            }
                        })),
                Mutant.of(
                        "leaving the selection is missed",
                        real -> changed(real, new Changes() {
                            @Override
                            public <R extends Resource<R>> WatchEvent<R> change(
                                    WatchEvent<R> event, Store store, Kind<R> kind) {
                                return event.type() == WatchEvent.Type.DELETED && isThere(event, store, kind)
                                        ? null
                                        : event;
                            }
                        })),
                Mutant.of(
                        "entering the selection is MODIFIED",
                        real -> changed(real, new Changes() {
                            @Override
                            public <R extends Resource<R>> WatchEvent<R> change(
                                    WatchEvent<R> event, Store store, Kind<R> kind) {
                                return event.type() == WatchEvent.Type.ADDED && wasThere(event, store, kind)
                                        ? new WatchEvent<>(WatchEvent.Type.MODIFIED, event.object(), event.revision())
                                        : event;
                            }
                        })),
                Mutant.of(
                        "recreated object is MODIFIED",
                        real -> changed(real, new Changes() {
                            @Override
                            public <R extends Resource<R>> WatchEvent<R> change(
                                    WatchEvent<R> event, Store store, Kind<R> kind) {
                                boolean seen = event.revision() - 2 >= store.oldestRevision()
                                        && store.snapshot(event.revision() - 2)
                                                        .find(
                                                                kind,
                                                                event.object().key())
                                                != null;
                                return event.type() == WatchEvent.Type.ADDED && seen && !wasThere(event, store, kind)
                                        ? new WatchEvent<>(WatchEvent.Type.MODIFIED, event.object(), event.revision())
                                        : event;
                            }
                        })),
                bookmarks("bookmark one too far", revision -> revision + 1),
                bookmarks("bookmark one too low", revision -> revision - 1),
                Mutant.of("bookmark before the events", EarlyBookmarks::new),
                Mutant.of("bookmark never comes", real -> new ForwardingStore(real) {
                    @Override
                    <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                        return new ForwardingListener<>(listener) {
                            @Override
                            public void onBookmark(long revision) {}
                        };
                    }
                }),
                from("resume skips one revision", (revision, store) -> Math.min(store.revision(), revision + 1)),
                from(
                        "resume repeats one revision",
                        (revision, store) -> Math.max(store.oldestRevision(), revision - 1)),
                from("watch of the future waits", (revision, store) -> Math.min(store.revision(), revision)),
                from(
                        "compacted revision is the oldest",
                        (revision, store) -> Math.max(store.oldestRevision(), revision)),
                Mutant.of("watch from now begins a moment later", LateNow::new));
    }

    private interface Spoil {
        <R extends Resource<R>> List<WatchEvent<R>> spoil(List<WatchEvent<R>> all, Store store);
    }

    private static Mutant events(String name, Spoil spoil) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                return new ForwardingListener<>(listener) {
                    @Override
                    public void onEvents(List<WatchEvent<R>> wholeCommits) {
                        List<WatchEvent<R>> left = spoil.spoil(wholeCommits, real());
                        if (!left.isEmpty()) {
                            super.onEvents(left);
                        }
                    }
                };
            }

            private Store real() {
                return real;
            }
        });
    }

    private interface Changes {
        <R extends Resource<R>> WatchEvent<R> change(WatchEvent<R> event, Store store, Kind<R> kind);
    }

    private static Store changed(Store real, Changes changes) {
        return new ForwardingStore(real) {
            @Override
            <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                Store store = real;
                return new ForwardingListener<>(listener) {
                    @Override
                    public void onEvents(List<WatchEvent<R>> wholeCommits) {
                        List<WatchEvent<R>> left = new ArrayList<>();
                        for (WatchEvent<R> event : wholeCommits) {
                            WatchEvent<R> change = changes.change(event, store, kind);
                            if (change != null) {
                                left.add(change);
                            }
                        }
                        if (!left.isEmpty()) {
                            super.onEvents(left);
                        }
                    }
                };
            }
        };
    }

    private static <R extends Resource<R>> boolean isThere(WatchEvent<R> event, Store store, Kind<R> kind) {
        return event.revision() >= store.oldestRevision()
                && store.snapshot(event.revision()).find(kind, event.object().key()) != null;
    }

    private static <R extends Resource<R>> boolean wasThere(WatchEvent<R> event, Store store, Kind<R> kind) {
        return event.revision() > store.oldestRevision()
                && store.snapshot(event.revision() - 1)
                                .find(kind, event.object().key())
                        != null;
    }

    private static Mutant bookmarks(String name, LongUnaryOperator wrong) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                return new ForwardingListener<>(listener) {
                    @Override
                    public void onBookmark(long revision) {
                        super.onBookmark(wrong.applyAsLong(revision));
                    }
                };
            }
        });
    }

    private interface Begins {
        long begin(long revision, Store store);
    }

    private static Mutant from(String name, Begins begins) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            public <R extends Resource<R>> Watch watch(
                    Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
                WatchFrom wrong = from instanceof WatchFrom.AfterRevision given
                        ? WatchFrom.revision(begins.begin(given.revision(), real))
                        : from;
                return real.watch(kind, wrong, selection, on, listener);
            }
        });
    }

    /** A watch whose bookmarks are made at once, whatever is yet to be delivered. */
    private static final class EarlyBookmarks extends ForwardingStore {
        EarlyBookmarks(Store real) {
            super(real);
        }

        @Override
        public <R extends Resource<R>> Watch watch(
                Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
            Watch watch = real.watch(kind, from, selection, on, listener);
            return new Watch() {
                @Override
                public void requestBookmark() {
                    listener.onBookmark(real.revision());
                }

                @Override
                public void close() {
                    watch.close();
                }
            };
        }
    }

    private static final class LateNow extends ForwardingStore {
        private final Environment environment;

        LateNow(Store real, Environment environment) {
            super(real);
            this.environment = environment;
        }

        @Override
        public <R extends Resource<R>> Watch watch(
                Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
            if (!(from instanceof WatchFrom.Now)) {
                return real.watch(kind, from, selection, on, listener);
            }
            var begun = TransactionMutants.later(environment, 1)
                    .thenApply(then -> real.watch(kind, from, selection, on, listener));
            return new Watch() {
                @Override
                public void requestBookmark() {
                    begun.thenAccept(Watch::requestBookmark);
                }

                @Override
                public void close() {
                    begun.thenAccept(Watch::close);
                }
            };
        }
    }
}
