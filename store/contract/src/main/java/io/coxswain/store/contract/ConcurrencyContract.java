package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import io.coxswain.store.history.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real threads. What must hold at each moment is checked while they run, what must hold in the end afterwards. */
abstract class ConcurrencyContract extends DurabilityContract {
    private static final List<Selection> WIDTHS = List.of(
            Selection.all(),
            Selection.inNamespace("default"),
            Selection.all().field("place", "p1"),
            Selection.all().labels("app=a1"),
            Selection.inNamespace("default").field("metadata.name", "w3"));

    private void together(int count, IntConsumer work) {
        Executor workers = env().workers("together", count);
        List<CompletionStage<Void>> done = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            done.add(CompletableFuture.runAsync(() -> work.accept(index), workers));
        }
        done.forEach(each -> env().await(each, LIMIT));
    }

    /** The same numbers for the same seed, though the threads are real. */
    static RandomGenerator random(long seed, String purpose) {
        try (SimulatedEnvironment numbers = SimulatedEnvironment.seeded(seed)) {
            return numbers.random(purpose);
        }
    }

    @Test
    @Tag("threads")
    void whatConcurrentClientsSeeIsLinearizable() {
        int rounds = effort(6, 60);
        for (int round = 0; round < rounds; round++) {
            use(open(env()));
            Recording recording = Recording.of(store());
            List<EventRecorder<Widget>> listeners = new ArrayList<>();
            List<Watch> watches = watchAllWidths(recording.client("watcher"), listeners);
            int seed = round;
            together(
                    5,
                    client -> new Workload(env(), recording.client("c" + client), random(seed, "c" + client)).run(80));
            watches.forEach(Watch::requestBookmark);
            listeners.forEach(listener -> listener.await(all -> !all.bookmarks().isEmpty()));
            recording.history().requireCorrect();
        }
    }

    private List<Watch> watchAllWidths(Store client, List<EventRecorder<Widget>> listeners) {
        List<Watch> watches = new ArrayList<>();
        for (Selection width : WIDTHS) {
            EventRecorder<Widget> listener = new EventRecorder<>(env());
            listeners.add(listener);
            watches.add(client.watch(Widget.KIND, WatchFrom.now(), width, env().workers("watch", 1), listener));
        }
        return watches;
    }

    @Test
    @Tag("threads")
    void watchesOfEveryWidthSeeExactlyWhatHappened() {
        List<EventRecorder<Widget>> listeners = new ArrayList<>();
        List<Watch> watches = watchAllWidths(store(), listeners);
        int steps = effort(1_000, 10_000);
        together(4, client -> new Workload(env(), store(), random(7, "c" + client)).run(steps));
        watches.forEach(Watch::requestBookmark);
        for (int i = 0; i < WIDTHS.size(); i++) {
            EventRecorder<Widget> listener = listeners.get(i);
            listener.await(all -> !all.bookmarks().isEmpty());
            assertEquals(
                    store().snapshot().list(Widget.KIND, WIDTHS.get(i)),
                    Replay.of(List.of(), listener.events()),
                    WIDTHS.get(i).toString());
        }
    }

    @Test
    @Tag("threads")
    void watchesComeAndGoUnderLoad() {
        AtomicBoolean stop = new AtomicBoolean();
        Executor writers = env().workers("writers", 2);
        List<CompletionStage<Void>> writing = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            Workload workload = new Workload(env(), store(), random(11, "writer " + writer));
            writing.add(CompletableFuture.runAsync(() -> runUntil(stop, workload), writers));
        }
        int rounds = effort(100, 1_000);
        for (int round = 0; round < rounds; round++) {
            Selection width = WIDTHS.get(round % WIDTHS.size());
            StoreSnapshot start = store().snapshot();
            List<Widget> listed = start.list(Widget.KIND, width);
            EventRecorder<Widget> listener = new EventRecorder<>(env());
            Watch watch = watch(WatchFrom.revision(start.revision()), width, listener);
            watch.requestBookmark();
            listener.await(all -> !all.bookmarks().isEmpty());
            watch.close();
            listener.awaitEnd();
            Replay.of(listed, listener.events());
        }
        stop.set(true);
        writing.forEach(each -> env().await(each, LIMIT));
    }

    /** Bounded, as an engine that nobody compacts may keep all of it. */
    private static void runUntil(AtomicBoolean stop, Workload workload) {
        int most = effort(500, 2_000);
        for (int i = 0; i < most && !stop.get(); i++) {
            workload.run(10);
        }
    }

    @Test
    @Tag("threads")
    void readersNeverSeeHalfOfTransaction() {
        write(Widget.put("a", 0), Widget.put("b", 0));
        AtomicBoolean stop = new AtomicBoolean();
        Executor readers = env().workers("readers", 2);
        List<CompletionStage<Void>> reading = new ArrayList<>();
        for (int reader = 0; reader < 2; reader++) {
            reading.add(CompletableFuture.runAsync(() -> readUntil(stop), readers));
        }
        int commits = effort(5_000, 50_000);
        for (int i = 1; i <= commits; i++) {
            write(Widget.put("a", i), Widget.put("b", i));
        }
        stop.set(true);
        reading.forEach(each -> env().await(each, LIMIT));
    }

    private void readUntil(AtomicBoolean stop) {
        while (!stop.get()) {
            StoreSnapshot snapshot = store().snapshot();
            assertEquals(
                    size(snapshot.get(Widget.KIND, Widget.key("a"))), size(snapshot.get(Widget.KIND, Widget.key("b"))));
            List<Widget> both = snapshot.list(Widget.KIND, Selection.all());
            assertEquals(both.get(0).size(), both.get(1).size());
            // one after the other, without a snapshot: the second is not older than the first
            int first = size("b");
            int second = size("a");
            assertEquals(Math.max(first, second), second);
        }
    }

    private static int size(@Nullable StoredObject<Widget> stored) {
        return Objects.requireNonNull(stored).resource().size();
    }

    @Test
    @Tag("threads")
    void compactionHidesNothingFromReadersOfNow() {
        write(Widget.put("a", 0));
        AtomicBoolean stop = new AtomicBoolean();
        Environment environment = env();
        CompletionStage<Void> reading = CompletableFuture.runAsync(
                () -> {
                    while (!stop.get()) {
                        assertNotNull(store().get(Widget.KIND, Widget.key("a")), "compaction must not hide an object");
                    }
                },
                environment.workers("reader", 1));
        int commits = effort(5_000, 50_000);
        for (int i = 1; i <= commits; i++) {
            long revision = write(Widget.put("a", i));
            store().compact(revision);
            assertEquals(i, size("a"));
        }
        stop.set(true);
        environment.await(reading, LIMIT);
    }
}
