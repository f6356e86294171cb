package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.coxswain.client.Cause;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.selector.Selection;
import io.coxswain.store.Recorder;
import io.coxswain.store.Replay;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Widget;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Real threads. What must hold at each moment is checked while they run, what must hold in the end afterwards. */
class MemoryStoreConcurrencyTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int WRITERS = 4;
    private static final int COMMITS = 3_000;
    private static final Kind<Widget> KIND = Widget.KIND;

    private final Environment environment = Environment.system();
    private final Store store = MemoryStore.create(environment);

    private CompletableFuture<Void> start(Executor on, Runnable work) {
        return CompletableFuture.runAsync(work, on);
    }

    private void await(List<CompletableFuture<Void>> all) {
        for (CompletableFuture<Void> each : all) {
            environment.await(each, LIMIT);
        }
    }

    private StoreOutcome.Applied commit(Write... writes) {
        StoreTransaction transaction = new StoreTransaction(List.of(), List.of(writes), Cause.UNKNOWN);
        return (StoreOutcome.Applied) environment.await(store.commit(transaction), LIMIT);
    }

    private void churn(int writer, AtomicLong changing) {
        SplittableRandom random = new SplittableRandom(writer);
        for (int i = 0; i < COMMITS; i++) {
            String name = "w" + random.nextInt(40);
            StoreOutcome.Applied applied = random.nextInt(4) == 0
                    ? commit(Widget.delete(name))
                    : commit(Widget.put(Widget.of("default", name, random.nextInt(3), "p" + random.nextInt(3))
                            .labelled("app", "a" + random.nextInt(3))));
            if (applied.changed()) {
                changing.incrementAndGet();
            }
        }
    }

    @Test
    void watchesOfEveryWidthSeeExactlyWhatHappened() {
        List<Selection> selections = List.of(
                Selection.all(),
                Selection.inNamespace("default"),
                Selection.all().field("place", "p1"),
                Selection.all().labels("app=a2"),
                Selection.inNamespace("default").labels("app in (a1),!tier"),
                Selection.inNamespace("elsewhere").labels("app=a1"),
                Selection.all().field("metadata.name", "w8"),
                Selection.inNamespace("default").field("metadata.name", "w7"));
        List<Recorder<Widget>> recorders = new ArrayList<>();
        List<Watch> watches = new ArrayList<>();
        for (Selection selection : selections) {
            Recorder<Widget> recorder = new Recorder<>(environment);
            recorders.add(recorder);
            watches.add(store.watch(KIND, WatchFrom.revision(0), selection, environment.workers("w", 1), recorder));
        }
        AtomicLong changing = new AtomicLong();
        Executor writers = environment.workers("writers", WRITERS);
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int seed = writer;
            done.add(start(writers, () -> churn(seed, changing)));
        }
        await(done);
        assertEquals(changing.get(), store.revision(), "one revision for each changing transaction");
        watches.forEach(Watch::requestBookmark);
        for (int i = 0; i < selections.size(); i++) {
            Recorder<Widget> recorder = recorders.get(i);
            recorder.await(all -> !all.bookmarks().isEmpty());
            assertEquals(
                    store.snapshot().list(KIND, selections.get(i)),
                    Replay.of(List.of(), recorder.events()),
                    selections.get(i).toString());
        }
    }

    @Test
    void readersNeverSeeHalfOfTransaction() {
        commit(Widget.put(Widget.of("a", 0)), Widget.put(Widget.of("b", 0)));
        AtomicBoolean stop = new AtomicBoolean();
        Executor readers = environment.workers("readers", 2);
        List<CompletableFuture<Void>> reading = new ArrayList<>();
        for (int reader = 0; reader < 2; reader++) {
            reading.add(start(readers, () -> {
                while (!stop.get()) {
                    StoreSnapshot snapshot = store.snapshot();
                    StoredObject<Widget> a = snapshot.get(KIND, Widget.key("a"));
                    StoredObject<Widget> b = snapshot.get(KIND, Widget.key("b"));
                    assertEquals(a.resource().size(), b.resource().size());
                    List<Widget> both = snapshot.list(KIND, Selection.all());
                    assertEquals(both.get(0).size(), both.get(1).size());
                    // one after the other, without a snapshot: the second is not older than the first
                    int first = store.get(KIND, Widget.key("b")).resource().size();
                    int second = store.get(KIND, Widget.key("a")).resource().size();
                    assertEquals(Math.max(first, second), second);
                }
            }));
        }
        for (int i = 1; i <= 20_000; i++) {
            commit(Widget.put(Widget.of("a", i)), Widget.put(Widget.of("b", i)));
        }
        stop.set(true);
        await(reading);
    }

    @Test
    void commitIsVisibleToItsCallerAndGetsNeverMissWhatIsThere() {
        Store small = MemoryStore.builder(environment).retainCommits(1).build();
        StoreTransaction first = StoreTransaction.of(Widget.put(Widget.of("a", 0)));
        environment.await(small.commit(first), LIMIT);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> reading = start(environment.workers("reader", 1), () -> {
            while (!stop.get()) {
                assertNotNull(small.get(KIND, Widget.key("a")), "compaction must not hide an object");
            }
        });
        for (int i = 1; i <= 50_000; i++) {
            StoreTransaction next = StoreTransaction.of(Widget.put(Widget.of("a", i)));
            environment.await(small.commit(next), LIMIT);
            assertEquals(i, small.get(KIND, Widget.key("a")).resource().size());
        }
        stop.set(true);
        environment.await(reading, LIMIT);
    }

    @Test
    void watchesComeAndGoUnderLoad() {
        AtomicLong changing = new AtomicLong();
        List<CompletableFuture<Void>> done = new ArrayList<>();
        Executor writers = environment.workers("writers", 2);
        done.add(start(writers, () -> churn(1, changing)));
        done.add(start(writers, () -> churn(2, changing)));
        for (int i = 0; i < 300; i++) {
            Selection selection = i % 2 == 0 ? Selection.all() : Selection.all().field("place", "p" + i % 3);
            StoreSnapshot start = store.snapshot();
            List<Widget> listed = start.list(KIND, selection);
            Recorder<Widget> recorder = new Recorder<>(environment);
            Watch watch = store.watch(
                    KIND, WatchFrom.revision(start.revision()), selection, environment.workers("w", 1), recorder);
            watch.requestBookmark();
            recorder.await(all -> !all.bookmarks().isEmpty());
            watch.close();
            recorder.awaitEnd();
            Replay.of(listed, recorder.events());
        }
        await(done);
    }
}
