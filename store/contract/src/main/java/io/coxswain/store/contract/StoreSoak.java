package io.coxswain.store.contract;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.error.ExpiredException;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads a store for a while: writers, watchers of all widths that list again when they expire, and compaction. In the end each
 * watcher must hold what a list shows, and the heap must be as large as it was after the first fifth of the time.
 *
 * @param writers how many write at once
 * @param watchers how many watch; a tenth of them everything
 * @param duration how long
 */
public record StoreSoak(int writers, int watchers, Duration duration) {
    private static final int OBJECTS = 1_000;
    private static final int PLACES = 50;
    /** Compaction keeps so many commits. */
    private static final long WINDOW = 5_000;

    private static final int COMPACT_EVERY_MILLIS = 20;
    /** What a heap may grow by without leaking: buffers, caches that fill. */
    private static final long GROWTH_BYTES = 48L << 20;

    /** 16 writers and 200 watchers. */
    public static StoreSoak lasting(Duration duration) {
        return new StoreSoak(16, 200, duration);
    }

    /**
     * What came of it.
     *
     * @param commits how many were made
     * @param events how many were delivered, to all watchers together
     * @param expired how often a watcher had to list again
     * @param heapEarly bytes of heap in use after a fifth of the time
     * @param heapLate bytes of heap in use in the end
     * @param failures what went wrong
     */
    public record Report(
            long commits, long events, long expired, long heapEarly, long heapLate, List<String> failures) {
        public Report {
            failures = List.copyOf(failures);
        }

        /**
         * Fails unless all went well.
         *
         * @throws AssertionError if something went wrong or the heap grew
         */
        public void requireHealthy() {
            if (!failures.isEmpty() || heapLate > heapEarly + GROWTH_BYTES || commits == 0) {
                throw new AssertionError("the store isn't healthy: " + this);
            }
        }
    }

    /** Loads a store that is empty; blocks as long as it takes. For the real environment. */
    public Report run(Store store, Environment environment) {
        return run(store, environment, soFar -> {});
    }

    /**
     * The same for a load that lasts long.
     *
     * @param everyMinute is told how it stands
     */
    public Report run(Store store, Environment environment, Consumer<Report> everyMinute) {
        return new Load(store, environment, everyMinute).run();
    }

    private final class Load {
        private final Store store;
        private final Environment environment;
        private final Consumer<Report> everyMinute;
        private final long start;
        private final AtomicLong commits = new AtomicLong();
        private final AtomicLong events = new AtomicLong();
        private final AtomicLong expired = new AtomicLong();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final List<Follower> followers = new ArrayList<>();
        private volatile long heapEarly;

        Load(Store store, Environment environment, Consumer<Report> everyMinute) {
            this.store = store;
            this.environment = environment;
            this.everyMinute = everyMinute;
            start = environment.nanoTime();
        }

        Report run() {
            for (int i = 0; i < watchers; i++) {
                Follower follower = new Follower(width(i));
                followers.add(follower);
                follower.open();
            }
            List<CompletionStage<Void>> writing = new ArrayList<>();
            Executor workers = environment.workers("soak-writer", writers);
            for (int i = 0; i < writers; i++) {
                int own = i;
                writing.add(CompletableFuture.runAsync(() -> write(own), workers));
            }
            compactLater();
            reportLater();
            environment.await(later(duration.dividedBy(5)), duration.plusMinutes(1));
            heapEarly = heapInUse();
            writing.forEach(each -> environment.await(each, duration.plusMinutes(1)));
            store.compact(store.revision() - WINDOW); // the last one may have been long ago on a busy machine
            followers.forEach(Follower::settle);
            followers.forEach(follower -> follower.watch().close());
            return report();
        }

        private Report report() {
            return new Report(
                    commits.get(), events.get(), expired.get(), heapEarly, heapInUse(), List.copyOf(failures));
        }

        private void reportLater() {
            environment.schedule(Duration.ofMinutes(1), environment.serial("soak-report"), () -> {
                if (!isOver()) {
                    everyMinute.accept(report());
                    reportLater();
                }
            });
        }

        private boolean isOver() {
            return environment.nanoTime() - start >= duration.toNanos();
        }

        private CompletionStage<@Nullable Void> later(Duration delay) {
            CompletableFuture<@Nullable Void> later = new CompletableFuture<>();
            environment.schedule(delay, environment.serial("soak"), () -> later.complete(null));
            return later;
        }

        private long heapInUse() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        private Selection width(int index) {
            return switch (index % 10) {
                case 0 -> Selection.all();
                case 1, 2, 3, 4, 5 -> Selection.all().field("place", "p" + index % PLACES);
                default -> Selection.inNamespace("default").field("metadata.name", "w" + index % OBJECTS);
            };
        }

        private void write(int writer) {
            for (int i = writer; !isOver(); i += writers + 1) {
                String name = "w" + i % OBJECTS;
                StoreTransaction transaction = StoreTransaction.of(
                        i % 17 == 0
                                ? Widget.delete(name)
                                : Widget.put(Widget.of("default", name, i, "p" + i / OBJECTS % PLACES)));
                environment.await(store.commit(transaction), StoreFixture.LIMIT);
                commits.incrementAndGet();
            }
        }

        private void compactLater() {
            environment.schedule(Duration.ofMillis(COMPACT_EVERY_MILLIS), environment.serial("soak-compactor"), () -> {
                if (!isOver()) {
                    store.compact(store.revision() - WINDOW);
                    compactLater();
                }
            });
        }

        /** Keeps the revisions of what it selects. */
        private final class Follower implements WatchListener<Widget> {
            private final Selection selection;
            private final Executor workers = environment.workers("soak-watcher", 1);
            private final Map<String, Long> state = new TreeMap<>();
            private final AtomicLong due = new AtomicLong(Long.MAX_VALUE);
            private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();
            private volatile @Nullable Watch watch;
            private long last;

            Follower(Selection selection) {
                this.selection = selection;
            }

            /** Lists and watches on, once more where compaction overtook the list: a thread may be held up for long. */
            void open() {
                while (!triedToOpen()) {
                    expired.incrementAndGet();
                }
            }

            private boolean triedToOpen() {
                try {
                    openNow();
                    return true;
                } catch (ExpiredException overtaken) {
                    return false;
                }
            }

            private void openNow() {
                StoreSnapshot snapshot = store.snapshot();
                state.clear();
                state.putAll(listed(snapshot));
                last = snapshot.revision();
                watch = store.watch(Widget.KIND, WatchFrom.revision(last), selection, workers, this);
            }

            private Map<String, Long> listed(StoreSnapshot snapshot) {
                Map<String, Long> listed = new TreeMap<>();
                snapshot.list(Widget.KIND, selection)
                        .forEach(widget -> listed.put(
                                widget.metadata().name(), widget.metadata().resourceVersion()));
                return listed;
            }

            Watch watch() {
                return Objects.requireNonNull(watch);
            }

            @Override
            public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                for (WatchEvent<Widget> event : wholeCommits) {
                    if (event.revision() <= last) {
                        failures.add(selection + ": revision " + event.revision() + " after " + last);
                    }
                    last = event.revision();
                    String name = event.object().metadata().name();
                    boolean known = event.type() == WatchEvent.Type.DELETED
                            ? state.remove(name) != null
                            : state.put(name, event.revision()) != null;
                    if (known == (event.type() == WatchEvent.Type.ADDED)) {
                        failures.add(selection + ": " + event.type() + " of " + name + " at " + event.revision());
                    }
                }
                events.addAndGet(wholeCommits.size());
            }

            @Override
            public void onBookmark(long revision) {
                if (revision >= due.get()) {
                    if (!state.equals(listed(store.snapshot(revision)))) {
                        failures.add(selection + ": another state than the list of revision " + revision);
                    }
                    settled.complete(null);
                }
            }

            @Override
            public void onEnd(WatchEnd cause) {
                if (cause instanceof WatchEnd.Expired) {
                    expired.incrementAndGet();
                    open();
                    if (due.get() < Long.MAX_VALUE) {
                        watch().requestBookmark();
                    }
                } else if (!(cause instanceof WatchEnd.Closed)) {
                    failures.add(selection + ": " + cause);
                    settled.complete(null);
                }
            }

            void settle() {
                due.set(store.revision());
                watch().requestBookmark();
                environment.await(settled, StoreFixture.LIMIT);
            }
        }
    }
}
