package io.coxswain.store.mutant;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Mutants of what becomes of subscribers. */
final class SubscriberMutants {
    private SubscriberMutants() {}

    static List<Mutant> all() {
        return List.of(
                ends("expired is swallowed", (cause, listener) -> {
                    if (!(cause instanceof WatchEnd.Expired)) {
                        listener.onEnd(cause);
                    }
                }),
                ends(
                        "expired watch names no revision",
                        (cause, listener) ->
                                listener.onEnd(cause instanceof WatchEnd.Expired ? new WatchEnd.Expired(0) : cause)),
                ends("closed watch doesn't say so", (cause, listener) -> {
                    if (!(cause instanceof WatchEnd.Closed)) {
                        listener.onEnd(cause);
                    }
                }),
                ends("end comes twice", (cause, listener) -> {
                    listener.onEnd(cause);
                    listener.onEnd(cause);
                }),
                ends(
                        "failure without its cause",
                        (cause, listener) -> listener.onEnd(
                                cause instanceof WatchEnd.Failed
                                        ? new WatchEnd.Failed(new RuntimeException("failed"))
                                        : cause)),
                Mutant.of("who is behind is skipped to the oldest revision", Skipping::new),
                Mutant.of("who is behind inside the window is expired", ImpatientStore::new),
                Mutant.of("closed watch hears on", DeafClose::new),
                Mutant.of("closing a watch waits for its end", WaitingClose::new),
                Mutant.of("listener that throws goes on", real -> new ForwardingStore(real) {
                    @Override
                    <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                        return new ForwardingListener<>(listener) {
                            @Override
                            public void onEvents(List<WatchEvent<R>> wholeCommits) {
                                try {
                                    super.onEvents(wholeCommits);
                                } catch (RuntimeException | Error swallowed) {
                                    return;
                                }
                            }
                        };
                    }
                }),
                Mutant.of("listener that throws ends all watches", Contagious::new),
                Mutant.of("calls overlap", Overlapping::new),
                executors("listener is called by whoever commits", on -> Runnable::run),
                executors("refusal of an executor isn't noticed", on -> step -> {
                    try {
                        on.execute(step);
                    } catch (RuntimeException swallowed) {
                        return;
                    }
                }));
    }

    private interface Ends {
        void end(WatchEnd cause, WatchListener<?> listener);
    }

    private static Mutant ends(String name, Ends ends) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
                return new ForwardingListener<>(listener) {
                    @Override
                    public void onEnd(WatchEnd cause) {
                        ends.end(cause, listener);
                    }
                };
            }
        });
    }

    private interface Executors {
        Executor other(Executor on);
    }

    private static Mutant executors(String name, Executors executors) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            public <R extends Resource<R>> Watch watch(
                    Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
                return real.watch(kind, from, selection, executors.other(on), listener);
            }
        });
    }

    /** Goes on from the oldest revision in place of saying that it can't go on. */
    private static final class Skipping extends ForwardingStore {
        Skipping(Store real) {
            super(real);
        }

        @Override
        public <R extends Resource<R>> Watch watch(
                Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
            return real.watch(kind, from, selection, on, new ForwardingListener<>(listener) {
                @Override
                public void onEnd(WatchEnd cause) {
                    if (cause instanceof WatchEnd.Expired expired) {
                        real().watch(kind, WatchFrom.revision(expired.oldestRevision()), selection, on, this);
                    } else {
                        super.onEnd(cause);
                    }
                }
            });
        }

        private Store real() {
            return real;
        }
    }

    /** Expires whoever is more than five revisions behind. */
    private static final class ImpatientStore extends ForwardingStore {
        ImpatientStore(Store real) {
            super(real);
        }

        @Override
        <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
            Store store = real;
            return new ForwardingListener<>(listener) {
                private boolean ended;

                @Override
                public void onEvents(List<WatchEvent<R>> wholeCommits) {
                    if (!ended) {
                        super.onEvents(wholeCommits);
                        long last = wholeCommits.get(wholeCommits.size() - 1).revision();
                        if (store.revision() > last + 5) {
                            onEnd(new WatchEnd.Expired(store.oldestRevision()));
                        }
                    }
                }

                @Override
                public void onBookmark(long revision) {
                    if (!ended) {
                        super.onBookmark(revision);
                    }
                }

                @Override
                public void onEnd(WatchEnd cause) {
                    if (!ended) {
                        ended = true;
                        super.onEnd(cause);
                    }
                }
            };
        }
    }

    /** A watch that says that it is closed, and isn't. */
    private static final class DeafClose extends ForwardingStore {
        DeafClose(Store real) {
            super(real);
        }

        @Override
        public <R extends Resource<R>> Watch watch(
                Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
            Watch watch = real.watch(kind, from, selection, on, listener);
            return new Watch() {
                @Override
                public void requestBookmark() {
                    watch.requestBookmark();
                }

                @Override
                public void close() {
                    on.execute(() -> listener.onEnd(new WatchEnd.Closed()));
                }
            };
        }
    }

    private static final class WaitingClose extends ForwardingStore {
        private final Environment environment;

        WaitingClose(Store real, Environment environment) {
            super(real);
            this.environment = environment;
        }

        @Override
        public <R extends Resource<R>> Watch watch(
                Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            Watch watch = real.watch(kind, from, selection, on, new ForwardingListener<>(listener) {
                @Override
                public void onEnd(WatchEnd cause) {
                    super.onEnd(cause);
                    ended.complete(null);
                }
            });
            return new Watch() {
                @Override
                public void requestBookmark() {
                    watch.requestBookmark();
                }

                @Override
                public void close() {
                    watch.close();
                    environment.await(ended, Duration.ofHours(1));
                }
            };
        }
    }

    private static final class Contagious extends ForwardingStore {
        private final Queue<Watch> watches = new ConcurrentLinkedQueue<>();

        Contagious(Store real) {
            super(real);
        }

        @Override
        public <R extends Resource<R>> Watch watch(
                Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
            Watch watch = real.watch(kind, from, selection, on, new ForwardingListener<>(listener) {
                @Override
                public void onEnd(WatchEnd cause) {
                    super.onEnd(cause);
                    if (cause instanceof WatchEnd.Failed) {
                        watches.forEach(Watch::close);
                    }
                }
            });
            watches.add(watch);
            return watch;
        }
    }

    /** Calls the listener from two threads. */
    private static final class Overlapping extends ForwardingStore {
        private final Environment environment;

        Overlapping(Store real, Environment environment) {
            super(real);
            this.environment = environment;
        }

        @Override
        <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
            Executor two = environment.workers("overlapping", 2);
            return new ForwardingListener<>(listener) {
                @Override
                public void onEvents(List<WatchEvent<R>> wholeCommits) {
                    two.execute(() -> super.onEvents(wholeCommits));
                }

                @Override
                public void onBookmark(long revision) {
                    two.execute(() -> super.onBookmark(revision));
                }

                @Override
                public void onEnd(WatchEnd cause) {
                    two.execute(() -> super.onEnd(cause));
                }
            };
        }
    }
}
