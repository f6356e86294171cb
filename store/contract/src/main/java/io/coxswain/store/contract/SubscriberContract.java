package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreTransaction;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a subscriber does, it harms nobody else, and learns why its watch ended. */
abstract class SubscriberContract extends SelectionContract {

    /** Does something at its first events, and waits for it. */
    private final class Acting implements WatchListener<Widget> {
        private final Consumer<WatchEvent<Widget>> action;
        private final CompletableFuture<@Nullable Void> acted = new CompletableFuture<>();
        private final CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        private final AtomicInteger events = new AtomicInteger();

        Acting(Consumer<WatchEvent<Widget>> action) {
            this.action = action;
        }

        @Override
        public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
            events.addAndGet(wholeCommits.size());
            if (!acted.isDone()) {
                try {
                    action.accept(wholeCommits.get(0));
                } finally {
                    acted.complete(null);
                }
            }
        }

        @Override
        public void onEnd(WatchEnd cause) {
            ended.complete(cause);
        }

        void awaitAction() {
            env().await(acted, LIMIT);
        }

        WatchEnd awaitEnd() {
            return env().await(ended, LIMIT);
        }
    }

    /** A subscriber that is stuck in its first call until the gate opens. */
    private final class Stuck {
        final CompletableFuture<@Nullable Void> gate = new CompletableFuture<>();
        final CompletableFuture<@Nullable Void> entered = new CompletableFuture<>();
        final Acting listener = new Acting(event -> {
            entered.complete(null);
            env().await(gate, LIMIT);
        });
        final Watch watch = watch(WatchFrom.now(), Selection.all(), listener);

        Stuck() {
            write(Widget.put("stuck", 1));
            env().await(entered, LIMIT);
        }
    }

    @Test
    void slowSubscriberCostsOthersNothing() {
        Stuck slow = new Stuck();
        EventRecorder<Widget> other = watch(WatchFrom.now());
        for (int i = 1; i <= 50; i++) {
            write(Widget.put("a", i));
            assertEquals(i, size("a"));
        }
        assertEquals(50, other.await(50).size());
        slow.gate.complete(null);
    }

    @Test
    void slowSubscriberWithinTheWindowMissesNothing() {
        Stuck slow = new Stuck();
        for (int i = 1; i <= 3_000; i++) {
            write(Widget.put("a", i));
        }
        slow.gate.complete(null);
        slow.listener.awaitAction();
        EventRecorder<Widget> other = watch(WatchFrom.revision(0));
        other.await(3_001);
        slow.watch.close();
        assertEquals(new WatchEnd.Closed(), slow.listener.awaitEnd(), "not expired");
    }

    @Test
    void slowSubscriberIsToldThatItIsBehind() {
        Stuck slow = new Stuck();
        for (int i = 2; i <= 10; i++) {
            write(Widget.put("a", i));
        }
        compact(10);
        slow.gate.complete(null);
        assertEquals(new WatchEnd.Expired(10), slow.listener.awaitEnd());
        assertEquals(1, slow.listener.events.get(), "it is never skipped");
    }

    @Test
    void subscriberThatIsBehindInsideTheWindowIsNotExpired() {
        Stuck slow = new Stuck();
        for (int i = 2; i <= 10; i++) {
            write(Widget.put("a", i));
        }
        compact(1);
        EventRecorder<Widget> other = watch(WatchFrom.revision(1));
        assertEquals(9, other.await(9).size());
        slow.gate.complete(null);
        write(Widget.delete("a"));
        slow.listener.awaitAction();
        slow.watch.close();
        assertEquals(new WatchEnd.Closed(), slow.listener.awaitEnd());
    }

    @Test
    void subscriberBeyondTheRetainedCommitsIsExpired() {
        requirePromise(StorePromise.RETAINS_COUNT);
        use(openRetaining(env(), 10));
        Stuck slow = new Stuck();
        for (int i = 1; i <= 2_000; i++) {
            write(Widget.put("a", i));
        }
        slow.gate.complete(null);
        WatchEnd.Expired expired = assertInstanceOf(WatchEnd.Expired.class, slow.listener.awaitEnd());
        assertEquals(store().oldestRevision(), expired.oldestRevision());
    }

    @Test
    void closedWatchEndsAndHearsNothingMore() {
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        Watch watch = watch(WatchFrom.now(), Selection.all(), recorder);
        write(Widget.put("a", 1));
        recorder.await(1);
        watch.close();
        watch.close();
        assertEquals(new WatchEnd.Closed(), recorder.awaitEnd());
        EventRecorder<Widget> other = watch(WatchFrom.now());
        write(Widget.put("a", 2));
        watch.requestBookmark();
        other.await(1);
        assertEquals(List.of("ADDED a 1"), recorder.texts());
        assertEquals(List.of(), recorder.bookmarks());
    }

    @Test
    void closeDoesNotWaitForTheListener() {
        Stuck slow = new Stuck();
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        // waiting isn't possible on a serial executor
        env().serial("closer").execute(() -> {
            try {
                slow.watch.close();
                closed.complete(null);
            } catch (RuntimeException | Error e) {
                closed.completeExceptionally(e);
            }
        });
        env().await(closed, LIMIT);
        slow.gate.complete(null);
        assertEquals(new WatchEnd.Closed(), slow.listener.awaitEnd());
    }

    @Test
    void watchMayBeClosedFromItsListener() {
        AtomicReference<@Nullable Watch> self = new AtomicReference<>();
        CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
        Acting acting = new Acting(event -> {
            env().await(started, LIMIT);
            Objects.requireNonNull(self.get()).close();
        });
        self.set(watch(WatchFrom.now(), Selection.all(), acting));
        started.complete(null);
        write(Widget.put("a", 1));
        acting.awaitAction();
        assertEquals(new WatchEnd.Closed(), acting.awaitEnd());
        write(Widget.put("a", 2));
        EventRecorder<Widget> other = watch(WatchFrom.revision(1));
        other.await(1);
        assertEquals(1, acting.events.get());
    }

    @Test
    void storeMayBeClosedFromListener() {
        Acting acting = new Acting(event -> store().close());
        watch(WatchFrom.now(), Selection.all(), acting);
        EventRecorder<Widget> other = watch(WatchFrom.now());
        store().commit(StoreTransaction.of(Widget.put("a", 1)));
        acting.awaitAction();
        assertInstanceOf(WatchEnd.Failed.class, acting.awaitEnd());
        assertInstanceOf(WatchEnd.Failed.class, other.awaitEnd());
    }

    @Test
    void listenerMayUseTheStore() {
        EventRecorder<Widget> inner = new EventRecorder<>(env());
        Acting acting = new Acting(event -> {
            assertEquals(event.object().size(), size("a"));
            assertEquals(2, write(Gadget.put("answer", 1)));
            watch(WatchFrom.revision(0), Selection.all(), inner);
        });
        watch(WatchFrom.now(), Selection.all(), acting);
        write(Widget.put("a", 1));
        acting.awaitAction();
        assertEquals(List.of("ADDED a 1"), inner.await(1));
        assertEquals(2, store().revision());
    }

    @Test
    void listenerMayAskForBookmark() {
        AtomicReference<@Nullable Watch> self = new AtomicReference<>();
        CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
        CompletableFuture<Long> bookmark = new CompletableFuture<>();
        self.set(watch(WatchFrom.now(), Selection.all(), new WatchListener<>() {
            @Override
            public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                env().await(started, LIMIT);
                Objects.requireNonNull(self.get()).requestBookmark();
            }

            @Override
            public void onBookmark(long revision) {
                bookmark.complete(revision);
            }

            @Override
            public void onEnd(WatchEnd cause) {}
        }));
        started.complete(null);
        write(Widget.put("a", 1));
        assertEquals(1, env().await(bookmark, LIMIT));
    }

    @Test
    void listenerThatThrowsEndsItsWatchAndNoOther() {
        for (Throwable fault : List.of(new IllegalStateException("no"), new AssertionError("no"))) {
            Acting acting = new Acting(event -> {
                SubscriberContract.<RuntimeException>sneak(fault);
            });
            EventRecorder<Widget> before = watch(WatchFrom.now());
            watch(WatchFrom.now(), Selection.all(), acting);
            EventRecorder<Widget> after = watch(WatchFrom.now());
            write(Widget.put("a", 1));
            assertSame(
                    fault,
                    assertInstanceOf(WatchEnd.Failed.class, acting.awaitEnd()).cause());
            write(Widget.delete("a"));
            assertEquals(2, before.await(2).size());
            assertEquals(2, after.await(2).size());
            assertEquals(1, acting.events.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable fault) throws T {
        throw (T) fault;
    }

    @Test
    void listenerThatThrowsAtItsEndHarmsNobody() {
        CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        Watch watch = watch(WatchFrom.now(), Selection.all(), new WatchListener<>() {
            @Override
            public void onEvents(List<WatchEvent<Widget>> wholeCommits) {}

            @Override
            public void onEnd(WatchEnd cause) {
                ended.complete(cause);
                throw new IllegalStateException("again");
            }
        });
        EventRecorder<Widget> other = watch(WatchFrom.now());
        watch.close();
        assertEquals(new WatchEnd.Closed(), env().await(ended, LIMIT));
        write(Widget.put("a", 1));
        assertEquals(1, other.await(1).size());
    }

    @Test
    void listenerThatThrowsAtBookmarkEndsItsWatch() {
        RuntimeException fault = new IllegalStateException("no");
        CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        Watch watch = watch(WatchFrom.now(), Selection.all(), new WatchListener<>() {
            @Override
            public void onEvents(List<WatchEvent<Widget>> wholeCommits) {}

            @Override
            public void onBookmark(long revision) {
                throw fault;
            }

            @Override
            public void onEnd(WatchEnd cause) {
                ended.complete(cause);
            }
        });
        watch.requestBookmark();
        assertSame(
                fault,
                assertInstanceOf(WatchEnd.Failed.class, env().await(ended, LIMIT))
                        .cause());
    }

    @Test
    void executorThatRefusesEndsTheWatch() {
        AtomicBoolean full = new AtomicBoolean();
        CompletableFuture<@Nullable Void> firstStep = new CompletableFuture<>();
        Executor workers = env().workers("watch", 1);
        Executor tiring = step -> {
            if (full.getAndSet(true)) {
                throw new IllegalStateException("full");
            }
            workers.execute(() -> {
                step.run();
                firstStep.complete(null);
            });
        };
        Acting acting = new Acting(event -> {});
        store().watch(Widget.KIND, WatchFrom.now(), Selection.all(), tiring, acting);
        EventRecorder<Widget> other = watch(WatchFrom.now());
        assertEquals(1, write(Widget.put("a", 1)));
        env().await(firstStep, LIMIT);
        assertEquals(2, write(Widget.put("a", 2))); // needs another step
        assertEquals(2, other.await(2).size());
        assertEquals(
                "full",
                assertInstanceOf(WatchEnd.Failed.class, acting.awaitEnd())
                        .cause()
                        .getMessage());
    }

    @Test
    void listenerIsCalledOnItsExecutorAndNeverTwiceAtOnce() {
        ThreadLocal<Boolean> inside = new ThreadLocal<>();
        Executor workers = env().workers("watch", 4);
        Executor marked = step -> workers.execute(() -> {
            inside.set(true);
            try {
                step.run();
            } finally {
                inside.remove();
            }
        });
        AtomicInteger elsewhere = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        Watch watch = store().watch(Widget.KIND, WatchFrom.now(), Selection.all(), marked, new WatchListener<>() {
            private void call(Runnable pass) {
                elsewhere.addAndGet(inside.get() == null ? 1 : 0);
                overlaps.addAndGet(calls.getAndIncrement() == 0 ? 0 : 1);
                env().await(CompletableFuture.runAsync(() -> {}, workers), LIMIT);
                pass.run();
                calls.decrementAndGet();
            }

            @Override
            public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                call(() -> recorder.onEvents(wholeCommits));
            }

            @Override
            public void onBookmark(long revision) {
                call(() -> recorder.onBookmark(revision));
            }

            @Override
            public void onEnd(WatchEnd cause) {
                call(() -> recorder.onEnd(cause));
            }
        });
        for (int i = 1; i <= 20; i++) {
            write(Widget.put("a", i));
        }
        watch.requestBookmark();
        recorder.await(20);
        recorder.await(all -> !all.bookmarks().isEmpty());
        watch.close();
        recorder.awaitEnd();
        assertEquals(0, elsewhere.get(), "calls on another executor");
        assertEquals(0, overlaps.get(), "calls at once");
    }

    @Test
    void closingTheStoreEndsItsWatches() {
        EventRecorder<Widget> idle = watch(WatchFrom.now());
        EventRecorder<Widget> narrow = watch(WatchFrom.now(), Selection.all().field("place", "nowhere"));
        write(Widget.put("a", 1));
        idle.await(1);
        assertNull(narrow.end());
        store().close();
        assertUnavailable(idle);
        assertUnavailable(narrow);
        assertUnavailable(watch(WatchFrom.now()));
        assertUnavailable(watch(WatchFrom.revision(0)));
    }

    private static void assertUnavailable(EventRecorder<Widget> recorder) {
        WatchEnd.Failed failed = assertInstanceOf(WatchEnd.Failed.class, recorder.awaitEnd());
        assertInstanceOf(ServiceUnavailableException.class, failed.cause());
    }
}
