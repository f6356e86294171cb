package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Closing, interrupted callers, threads. */
abstract class LifecycleContract extends SubscriberContract {

    private static void assertUnavailable(String call, Executable attempt) {
        assertThrows(ServiceUnavailableException.class, attempt, call + " of a closed store");
    }

    @Test
    void closedStoreTakesNothing() {
        write(Widget.put("a", 1));
        StoreSnapshot snapshot = store().snapshot();
        store().close();
        assertUnavailable("commit", () -> write(Widget.put("b", 1)));
        assertUnavailable("get", () -> store().get(Widget.KIND, Widget.key("a")));
        assertUnavailable("snapshot", () -> store().snapshot());
        assertUnavailable("snapshot of revision", () -> store().snapshot(1));
        assertUnavailable("revision", () -> store().revision());
        assertUnavailable("oldestRevision", () -> store().oldestRevision());
        assertUnavailable("cause", () -> store().cause(1));
        assertUnavailable("compact", () -> store().compact(1));
        assertUnavailable("fresh", () -> env().await(store().fresh(), LIMIT));
        assertUnavailable("find", () -> snapshot.find(Widget.KIND, Widget.key("a")));
        assertUnavailable("list", () -> snapshot.list(Widget.KIND, Selection.all()));
        assertUnavailable("count", () -> snapshot.count(Widget.KIND, null));
    }

    @Test
    void closingAgainChangesNothing() {
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        store().close();
        store().close();
        assertTrue(recorder.awaitEnd() instanceof WatchEnd.Failed);
        store().close();
        assertUnavailable("commit", () -> write(Widget.put("b", 1)));
    }

    @Test
    void closedStoreIsSoonGone() {
        write(Widget.put("a", 1));
        store().close();
        env().await(store().closed(), LIMIT);
        env().await(store().closed(), LIMIT);
        assertUnavailable("get", () -> store().get(Widget.KIND, Widget.key("a")));
    }

    @Test
    void closingDoesNotBlock() {
        write(Widget.put("a", 1));
        watch(WatchFrom.now());
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        // waiting isn't possible on a serial executor
        env().serial("closer").execute(() -> {
            try {
                store().close();
                closed.complete(null);
            } catch (RuntimeException | Error e) {
                closed.completeExceptionally(e);
            }
        });
        env().await(closed, LIMIT);
    }

    @Test
    void transactionsThatAreUnderWayAtTheCloseEndOneWayOrTheOther() {
        Executor workers = env().workers("writers", 4);
        List<CompletionStage<Integer>> done = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int own = writer;
            done.add(CompletableFuture.supplyAsync(() -> writeUntilClosed("w" + own), workers));
        }
        CompletableFuture<@Nullable Void> some = new CompletableFuture<>();
        watch(WatchFrom.now(), Selection.all(), new WatchListener<>() {
            @Override
            public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                if (wholeCommits.get(wholeCommits.size() - 1).revision() > 20) {
                    some.complete(null);
                }
            }

            @Override
            public void onEnd(WatchEnd cause) {
                some.complete(null);
            }
        });
        env().await(some, LIMIT);
        store().close();
        done.forEach(writer -> assertTrue(env().await(writer, LIMIT) >= 0));
    }

    private int writeUntilClosed(String name) {
        for (int i = 1; i <= 1_000; i++) {
            try {
                commit(List.of(), Widget.put(name, i));
                pause();
            } catch (ServiceUnavailableException closed) {
                return i;
            }
        }
        return 1_000;
    }

    /** Lets others go on where one thread runs at a time. */
    private void pause() {
        CompletableFuture<@Nullable Void> later = new CompletableFuture<>();
        env().workers("pause", 1).execute(() -> later.complete(null));
        env().await(later, LIMIT);
    }

    @Test
    void interruptedCallerLosesNothing() {
        write(Widget.put("a", 1));
        CompletionStage<StoreOutcome> stage;
        EventRecorder<Widget> recorder;
        Thread.currentThread().interrupt();
        try {
            stage = store().commit(StoreTransaction.of(Widget.put("a", 2)));
            store().get(Widget.KIND, Widget.key("a"));
            store().snapshot().list(Widget.KIND, Selection.all());
            recorder = watch(WatchFrom.revision(0));
            store().compact(0);
        } finally {
            assertTrue(Thread.interrupted(), "the flag is left to the caller");
        }
        assertEquals(2, applied(env().await(stage, LIMIT)).revision());
        assertEquals(2, size("a"));
        assertEquals(List.of("ADDED a 1", "MODIFIED a 2"), recorder.await(2));
        assertEquals(3, write(Widget.put("a", 3)));
    }

    @Test
    @Tag("threads")
    void closedStoresLeaveNoThreads() {
        Assumptions.assumeTrue(env() == Environment.system(), "counts the threads of the real environment");
        useAndClose(open(env()));
        int before = Thread.getAllStackTraces().size();
        for (int i = 0; i < 40; i++) {
            useAndClose(open(env()));
        }
        int most = before + 20;
        for (int tries = 0; Thread.getAllStackTraces().size() > most && tries < 200; tries++) {
            CompletableFuture<@Nullable Void> later = new CompletableFuture<>();
            env().schedule(Duration.ofMillis(100), env().serial("wait"), () -> later.complete(null));
            env().await(later, LIMIT);
        }
        assertTrue(
                Thread.getAllStackTraces().size() <= most,
                () -> before + " threads have become "
                        + Thread.getAllStackTraces().keySet());
    }

    private void useAndClose(Store used) {
        commit(used, List.of(), Widget.put("a", 1));
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        used.watch(Widget.KIND, WatchFrom.revision(0), Selection.all(), env().serial("watch"), recorder);
        recorder.await(1);
        used.close();
        recorder.awaitEnd();
    }
}
