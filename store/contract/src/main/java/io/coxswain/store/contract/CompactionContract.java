package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchFrom;
import io.coxswain.error.ExpiredException;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is compacted answers {@code Expired} and names the oldest revision; what isn't is untouched. */
abstract class CompactionContract extends ReadContract {

    private void writeTen() {
        for (int i = 1; i <= 10; i++) {
            write(Widget.put("a", i), Widget.put("w" + i, i));
        }
    }

    private static void assertExpired(long oldest, Executable read) {
        assertEquals(oldest, assertThrows(ExpiredException.class, read).oldestRevision());
    }

    @Test
    void nothingIsCompactedUnasked() {
        writeTen();
        assertEquals(0, store().oldestRevision());
        assertEquals(0, store().snapshot(0).count(Widget.KIND, null));
    }

    @Test
    void compactedRevisionsAreExpired() {
        writeTen();
        compact(6);
        assertEquals(6, store().oldestRevision());
        assertExpired(6, () -> store().snapshot(5));
        assertExpired(6, () -> store().snapshot(0));
        assertEquals(10, store().revision());
    }

    @Test
    void snapshotThatIsCompactedIsExpired() {
        writeTen();
        StoreSnapshot old = store().snapshot(4);
        compact(6);
        assertExpired(6, () -> old.find(Widget.KIND, Widget.key("a")));
        assertExpired(6, () -> old.get(Widget.KIND, Widget.key("a")));
        assertExpired(6, () -> old.list(Widget.KIND, Selection.all()));
        assertExpired(6, () -> old.page(Widget.KIND, Selection.all(), Widget.key("w1"), 2));
        assertExpired(6, () -> old.count(Widget.KIND, null));
        assertExpired(6, () -> old.find(Widget.KIND, Widget.key("nothing")));
        assertExpired(6, () -> old.list(Gadget.KIND, Selection.all()));
        assertEquals(4, old.revision());
    }

    @Test
    void whatIsNotCompactedCanBeReadAsBefore() {
        writeTen();
        compact(6);
        for (int i = 6; i <= 10; i++) {
            StoreSnapshot then = store().snapshot(i);
            assertEquals(
                    i,
                    Objects.requireNonNull(then.find(Widget.KIND, Widget.key("a")))
                            .size());
            assertEquals(i + 1, then.count(Widget.KIND, null));
            assertEquals(i + 1, then.list(Widget.KIND, Selection.all()).size());
        }
        assertEquals(10, size("a"));
        assertEquals(1, size("w1"), "unchanged since before");
    }

    @Test
    void objectsThatHaveNotChangedSinceSurviveCompaction() {
        write(Widget.put("a", 1));
        for (int i = 1; i <= 10; i++) {
            write(Gadget.put("g", i));
        }
        compact(11);
        assertEquals(1, size("a"));
        assertEquals(
                1,
                Objects.requireNonNull(store().get(Widget.KIND, Widget.key("a")))
                        .resource()
                        .metadata()
                        .resourceVersion());
        assertEquals(List.of("a"), names(store().snapshot(11).list(Widget.KIND, Selection.all())));
    }

    @Test
    void deletedObjectsStayDeletedAfterCompaction() {
        write(Widget.put("a", 1), Widget.put("b", 1));
        write(Widget.delete("a"));
        write(Gadget.put("g", 1));
        compact(3);
        assertEquals(-1, size("a"));
        assertEquals(List.of("b"), names(store().snapshot().list(Widget.KIND, Selection.all())));
        assertEquals(4, write(Widget.put("a", 2)));
        assertEquals(2, size("a"));
        assertNull(store().snapshot(3).find(Widget.KIND, Widget.key("a")));
    }

    @Test
    void compactionNeverGoesBack() {
        writeTen();
        compact(6);
        compact(2);
        assertEquals(6, store().oldestRevision());
        compact(6);
        assertEquals(6, store().oldestRevision());
        assertEquals(7, store().snapshot(6).count(Widget.KIND, null));
    }

    @Test
    void compactionOfTheFutureMeansTheNewest() {
        writeTen();
        compact(Long.MAX_VALUE);
        assertEquals(10, store().oldestRevision());
        assertEquals(11, write(Widget.put("a", 11)));
        assertEquals(
                10,
                Objects.requireNonNull(store().snapshot(10).find(Widget.KIND, Widget.key("a")))
                        .size());
        assertExpired(10, () -> store().snapshot(9));
    }

    @Test
    void compactionUsesNoRevision() {
        writeTen();
        compact(5);
        assertEquals(10, store().revision());
        assertEquals(11, write(Gadget.put("g", 1)));
    }

    @Test
    void causesGoWithTheirRevisions() {
        writeTen();
        compact(6);
        assertTrue(store().cause(5).isEmpty());
        assertTrue(store().cause(7).isPresent());
        assertTrue(store().cause(10).isPresent());
    }

    @Test
    void watchFromCompactedRevisionIsExpired() {
        writeHistory();
        compact(4);
        assertEquals(new WatchEnd.Expired(4), watch(WatchFrom.revision(3)).awaitEnd());
        assertEquals(new WatchEnd.Expired(4), watch(WatchFrom.revision(0)).awaitEnd());
        assertEquals(
                List.of("DELETED b 5", "ADDED b 6"),
                watch(WatchFrom.revision(4)).await(2));
    }

    /** Tells when a watch is at rest: whatever it has queued has ended. */
    private final class RestingPlace implements Executor {
        private final Executor workers = env().workers("watch", 1);
        private final AtomicInteger underWay = new AtomicInteger();
        private final CompletableFuture<@Nullable Void> resting = new CompletableFuture<>();
        private volatile boolean awaited;

        @Override
        public void execute(Runnable step) {
            underWay.incrementAndGet();
            workers.execute(() -> {
                try {
                    step.run();
                } finally {
                    underWay.decrementAndGet();
                    look();
                }
            });
        }

        private void look() {
            if (awaited && underWay.get() == 0) {
                resting.complete(null);
            }
        }

        void awaitRest() {
            awaited = true;
            look();
            env().await(resting, LIMIT);
        }
    }

    @Test
    void quietWatchIsNotBehindAfterCompaction() {
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        RestingPlace place = new RestingPlace();
        Selection here = Selection.all().field("place", "here");
        store().watch(Widget.KIND, WatchFrom.now(), here, place, recorder).requestBookmark();
        recorder.await(all -> !all.bookmarks().isEmpty());
        place.awaitRest();
        for (int i = 0; i < 20; i++) {
            write(Gadget.put("g", i + 1), Widget.put(Widget.of("default", "other", i, "there")));
        }
        compact(20);
        write(Widget.put(Widget.of("default", "a", 1, "here")));
        assertEquals(List.of("ADDED a 21"), recorder.await(1));
        assertNull(recorder.end());
    }

    @Test
    void engineThatCompactsByItselfKeepsWhatItPromises() {
        requirePromise(StorePromise.RETAINS_COUNT);
        use(openRetaining(env(), 10));
        for (int i = 1; i <= 2_000; i++) {
            write(Widget.put("a", i));
            long oldest = store().oldestRevision();
            assertTrue(oldest <= Math.max(0, i - 10), "the last ten commits can be read, the oldest is " + oldest);
        }
        long oldest = store().oldestRevision();
        assertTrue(oldest > 0, "something is compacted in the course of 2,000 commits");
        assertEquals(
                oldest,
                Objects.requireNonNull(store().snapshot(oldest).find(Widget.KIND, Widget.key("a")))
                        .size());
        assertExpired(oldest, () -> store().snapshot(oldest - 1));
    }
}
