package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchFrom;
import io.coxswain.error.ExpiredException;
import io.coxswain.selector.Selection;
import io.coxswain.store.Recorder;
import io.coxswain.store.Store;
import io.coxswain.store.StoredObject;
import io.coxswain.store.WatchContractTest;
import io.coxswain.store.Widget;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends WatchContractTest {

    @Override
    protected Store open() {
        return MemoryStore.create(environment);
    }

    @Test
    void oldCommitsAreCompactedAsNewOnesCome() {
        store = MemoryStore.builder(environment).retainCommits(10).build();
        for (int i = 1; i <= 2_000; i++) {
            write(Widget.put(Widget.of("a", i)));
        }
        assertEquals(1_990, store.oldestRevision());
        assertEquals(
                1_990, store.snapshot(1_990).find(Widget.KIND, Widget.key("a")).size());
        assertThrows(ExpiredException.class, () -> store.snapshot(1_989));
    }

    @Test
    void churnLeavesNothingBehind() {
        store = MemoryStore.builder(environment).retainCommits(10).build();
        for (int i = 0; i < 1_000; i++) {
            write(Widget.put(Widget.of("w" + i, i)));
            if (i % 100 == 0) {
                store.snapshot().list(Widget.KIND, Selection.all());
            }
            if (i >= 5) {
                write(Widget.delete("w" + (i - 5)));
            }
        }
        assertEquals(
                List.of("w995", "w996", "w997", "w998", "w999"),
                store.snapshot().list(Widget.KIND, Selection.all()).stream()
                        .map(widget -> widget.metadata().name())
                        .toList());
    }

    @Test
    void opensFromSnapshotAtItsRevision() {
        Widget widget = Widget.of("a", 1);
        Widget stored = new Widget(widget.metadata().withResourceVersion(40), 1, "");
        store = MemoryStore.builder(environment)
                .snapshot(42, List.of(StoredObject.of(stored)))
                .build();
        assertEquals(42, store.revision());
        assertEquals(stored, store.get(Widget.KIND, Widget.key("a")).resource());
        Recorder<Widget> recorder = new Recorder<>(environment);
        store.watch(Widget.KIND, WatchFrom.revision(42), Selection.all(), environment.workers("w", 1), recorder);
        assertEquals(43, write(Widget.put(Widget.of("b", 1))));
        assertEquals(List.of("ADDED b 43"), recorder.await(1));
        Recorder<Widget> late = new Recorder<>(environment);
        store.watch(Widget.KIND, WatchFrom.revision(41), Selection.all(), environment.workers("w", 1), late);
        assertEquals(new WatchEnd.Expired(42), late.awaitEnd());
        assertThrows(
                IllegalArgumentException.class,
                () -> MemoryStore.builder(environment)
                        .snapshot(39, List.of(StoredObject.of(stored)))
                        .build());
    }
}
