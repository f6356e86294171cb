package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Cause;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationError;
import io.coxswain.error.ExpiredException;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.Widget;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is let go of, and when. */
class CompactionTest {
    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private MemoryStore store =
            MemoryStore.builder(environment).retainFor(Duration.ofMinutes(8)).build();

    @AfterEach
    void close() {
        environment.close();
    }

    private void put(String name, int size) {
        store.commit(StoreTransaction.of(Widget.put(Widget.of(name, size))));
    }

    @Test
    void commitCanBeReadForItsAgeAndNotMuchLonger() {
        put("a", 1);
        put("a", 2);
        environment.advance(Duration.ofMinutes(8));
        assertEquals(1, store.snapshot(1).find(Widget.KIND, Widget.key("a")).size());
        environment.advance(Duration.ofMinutes(2));
        assertEquals(2, store.oldestRevision());
        ExpiredException expired = assertThrows(ExpiredException.class, () -> store.snapshot(1));
        assertEquals(2, expired.oldestRevision());
        assertEquals(2, store.snapshot(2).find(Widget.KIND, Widget.key("a")).size());
    }

    @Test
    void youngerCommitsOutliveOlderOnes() {
        for (int minute = 1; minute <= 30; minute++) {
            put("a", minute);
            environment.advance(Duration.ofMinutes(1));
        }
        assertTrue(store.oldestRevision() >= 20 && store.oldestRevision() <= 22, "oldest " + store.oldestRevision());
    }

    @Test
    void deletedObjectLeavesNothingBehindInQuietStore() {
        put("a", 1);
        store.commit(StoreTransaction.of(Widget.delete("a")));
        assertEquals(List.of("default"), store.namespaces(Widget.KIND));
        environment.advance(Duration.ofMinutes(10));
        assertEquals(List.of(), store.namespaces(Widget.KIND));
        assertTrue(store.cause(1).isEmpty());
    }

    @Test
    void thereIsNoTimerWhileNothingCanBeCompacted() {
        assertNothingHappens();
        put("a", 1);
        environment.advance(Duration.ofMinutes(10));
        assertEquals(1, store.oldestRevision());
        assertNothingHappens();
        put("a", 2);
        environment.advance(Duration.ofMinutes(10));
        assertEquals(2, store.oldestRevision());
        assertNothingHappens();
    }

    private void assertNothingHappens() {
        SimulationError error =
                assertThrows(SimulationError.class, () -> environment.runUntil(() -> false, Duration.ofDays(1)));
        assertEquals(SimulationError.Reason.DEADLOCK, error.reason());
    }

    @Test
    void muchIsUnreadableAtOnceAndLetGoOfBitByBit() {
        for (int i = 1; i <= 10_000; i++) {
            put("a", i);
        }
        for (int i = 0; i < 1_000; i++) {
            store.commit(StoreTransaction.of(Widget.put(Widget.of("other", "w" + i, 1, ""))));
        }
        for (int i = 0; i < 1_000; i++) {
            store.commit(StoreTransaction.of(new Write.Delete<>(Widget.KIND, ResourceKey.of("other", "w" + i))));
        }
        store.compact(Long.MAX_VALUE);
        assertEquals(12_000, store.oldestRevision());
        assertThrows(ExpiredException.class, () -> store.snapshot(11_999));
        assertTrue(store.cause(11_999).isEmpty());
        assertEquals(List.of("default", "other"), store.namespaces(Widget.KIND), "the rest is let go of later");
        environment.run();
        assertEquals(List.of("default"), store.namespaces(Widget.KIND));
    }

    @Test
    void watchOfCompactedRevisionLearnsTheOldestOne() {
        for (int i = 1; i <= 10_000; i++) {
            put("a", i);
        }
        store.compact(9_000);
        List<WatchEnd> ends = new ArrayList<>();
        List<WatchEvent<Widget>> events = new ArrayList<>();
        for (long from : List.of(8_999L, 9_000L)) {
            store.watch(
                    Widget.KIND,
                    WatchFrom.revision(from),
                    Selection.all(),
                    environment.serial("watch"),
                    new WatchListener<>() {
                        @Override
                        public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                            events.addAll(wholeCommits);
                        }

                        @Override
                        public void onEnd(WatchEnd cause) {
                            ends.add(cause);
                        }
                    });
        }
        environment.run();
        assertEquals(List.of(new WatchEnd.Expired(9_000)), ends);
        assertEquals(1_000, events.size());
        assertEquals(9_001, events.get(0).revision());
    }

    @Test
    void countBoundsWhatAgeWouldKeep() {
        store = MemoryStore.builder(environment)
                .retainFor(Duration.ofDays(1))
                .retainCommits(5)
                .build();
        for (int i = 1; i <= 20; i++) {
            put("a", i);
        }
        assertEquals(15, store.oldestRevision());
    }

    @Test
    void closedStoreHasNoTimer() {
        put("a", 1);
        store.close();
        environment.advance(Duration.ofMinutes(2));
        assertNothingHappens();
    }

    @Test
    void snapshotIsReadableUntilItsRevisionExpires() {
        put("a", 1);
        var snapshot = store.snapshot();
        assertNotNull(snapshot.find(Widget.KIND, Widget.key("a")));
        assertNull(snapshot.find(Widget.KIND, Widget.key("b")));
        store.commit(new StoreTransaction(List.of(), List.of(Widget.delete("a")), Cause.UNKNOWN));
        store.compact(2);
        assertThrows(ExpiredException.class, () -> snapshot.find(Widget.KIND, Widget.key("a")));
        assertThrows(ExpiredException.class, () -> snapshot.list(Widget.KIND, Selection.all()));
    }
}
