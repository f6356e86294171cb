package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchFrom;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.value.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What an engine that promises {@link StorePromise#DURABLE} shows after it was closed and opened again. */
abstract class DurabilityContract extends LifecycleContract {

    private void closeAndReopen() {
        requirePromise(StorePromise.DURABLE);
        store().close();
        env().await(store().closed(), LIMIT);
        use(reopen(env()));
    }

    @Test
    void reopenedStoreShowsEveryCommit() {
        requirePromise(StorePromise.DURABLE);
        writeHistory();
        Widget widget = Widget.of("applied", 1).labelled("app", "web");
        write(new Write.Put<>(Widget.KIND, new StoredObject<>(widget, Ordered.map("me", Widget.of("applied", 0)))));
        List<Widget> before = store().snapshot().list(Widget.KIND, Selection.all());
        closeAndReopen();
        assertEquals(7, store().revision());
        assertEquals(before, store().snapshot().list(Widget.KIND, Selection.all()));
        StoredObject<Widget> stored = Objects.requireNonNull(store().get(Widget.KIND, Widget.key("applied")));
        assertEquals(Ordered.map("me", Widget.of("applied", 0)), stored.applied());
        assertEquals(7, stored.resource().metadata().resourceVersion());
        assertEquals(
                1,
                Objects.requireNonNull(store().get(Gadget.KIND, ResourceKey.cluster("other")))
                        .resource()
                        .size());
    }

    @Test
    void deletedObjectsStayDeletedAfterReopening() {
        requirePromise(StorePromise.DURABLE);
        write(Widget.put("a", 1), Widget.put("b", 1));
        write(Widget.delete("a"));
        closeAndReopen();
        assertNull(store().get(Widget.KIND, Widget.key("a")));
        assertEquals(2, store().revision(), "the newest revision was a deletion");
        assertEquals(List.of("b"), names(store().snapshot().list(Widget.KIND, Selection.all())));
    }

    @Test
    void revisionsGoOnAfterReopening() {
        requirePromise(StorePromise.DURABLE);
        for (int i = 1; i <= 5; i++) {
            assertEquals(2L * i - 1, write(Widget.put("a", 2 * i)));
            assertEquals(2L * i, write(Widget.put("a", 2 * i + 1)));
            closeAndReopen();
            assertEquals(2L * i, store().revision());
        }
        applied(commit(List.of(new Precondition.RevisionEquals(Widget.KIND, Widget.key("a"), 10)), Widget.delete("a")));
    }

    @Test
    void whatUsedNoRevisionLeavesNoTrace() {
        requirePromise(StorePromise.DURABLE);
        write(Widget.put("a", 1));
        write(Widget.put("a", 1));
        commit(List.of(new Precondition.Absent(Widget.KIND, Widget.key("a"))), Widget.put("b", 1));
        closeAndReopen();
        assertEquals(1, store().revision());
        assertEquals(-1, size("b"));
        assertEquals(2, write(Widget.put("b", 1)));
    }

    @Test
    void emptyStoreIsEmptyAfterReopening() {
        requirePromise(StorePromise.DURABLE);
        closeAndReopen();
        assertEquals(0, store().revision());
        assertEquals(1, write(Widget.put("a", 1)));
    }

    @Test
    void watchResumedAfterReopeningSeesNoGap() {
        requirePromise(StorePromise.DURABLE);
        writeHistory();
        closeAndReopen();
        write(Widget.put("d", 1));
        assertEquals(List.of("ADDED d 7"), watch(WatchFrom.revision(6)).await(1));
        for (long from = 0; from < 6; from++) {
            long after = from;
            EventRecorder<Widget> recorder = new EventRecorder<>(env());
            watch(WatchFrom.revision(from), Selection.all(), recorder).requestBookmark();
            recorder.await(all -> all.end() != null || !all.bookmarks().isEmpty());
            long expected = HISTORY.stream()
                            .filter(text -> Long.parseLong(text.substring(text.lastIndexOf(' ') + 1)) > after)
                            .count()
                    + 1;
            assertTrue(
                    recorder.end() instanceof WatchEnd.Expired
                            ? recorder.texts().isEmpty() && from < store().oldestRevision()
                            : recorder.texts().size() == expected,
                    "from " + from + ": " + recorder.texts() + ", end " + recorder.end());
        }
    }

    @Test
    void compactedStoreIsWholeAfterReopening() {
        requirePromise(StorePromise.DURABLE);
        writeHistory();
        compact(5);
        closeAndReopen();
        assertEquals(6, store().revision());
        assertEquals(List.of("a", "b", "c"), names(store().snapshot().list(Widget.KIND, Selection.all())));
    }

    @Test
    void largeTransactionIsWholeAfterReopening() {
        requirePromise(StorePromise.DURABLE);
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            writes.add(Widget.put("w" + i, i));
        }
        write(writes.toArray(Write[]::new));
        closeAndReopen();
        assertEquals(1, store().revision());
        assertEquals(1_000, store().snapshot().count(Widget.KIND, null));
    }

    @Test
    void whatWasUnderWayAtTheCloseIsThereIfItWasAcknowledged() {
        requirePromise(StorePromise.DURABLE);
        List<CompletionStage<StoreOutcome>> stages = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            stages.add(
                    store().commit(StoreTransaction.of(Widget.put("w" + i, i))).exceptionally(failure -> null));
        }
        store().close();
        long acknowledged = 0;
        for (CompletionStage<StoreOutcome> stage : stages) {
            acknowledged += env().await(stage, LIMIT) instanceof StoreOutcome.Applied ? 1 : 0;
        }
        env().await(store().closed(), LIMIT);
        use(reopen(env()));
        long there = store().snapshot().count(Widget.KIND, null);
        assertTrue(there >= acknowledged, acknowledged + " were acknowledged, " + there + " are there");
        assertEquals(there, store().revision());
    }
}
