package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Cause;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.selector.Selection;
import io.coxswain.store.Gadget;
import io.coxswain.store.Replay;
import io.coxswain.store.Store;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.Widget;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many orders of the same few actors; the failing seed is in the test's name. */
class MemoryStoreSimulationTest {
    private static final int SEEDS_PER_TEST = 25;
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300})
    void listAndWatchLeadToTheStoredState(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + SEEDS_PER_TEST; seed++) {
            assertEquals(run(seed), run(seed), "seed " + seed + ": the same seed is the same run");
        }
    }

    private static long run(long seed) {
        try (SimulatedEnvironment environment = SimulatedEnvironment.seeded(seed)) {
            Store store = MemoryStore.builder(environment).retainCommits(30).build();
            List<Follower> followers = new ArrayList<>();
            environment.serial("writer").execute(() -> write(environment, store, STEPS));
            environment.workers("opener", 1).execute(() -> open(environment, store, followers));
            environment.advance(Duration.ofMinutes(5));
            followers.forEach(follower -> follower.watch.requestBookmark());
            environment.advance(Duration.ofMinutes(1));
            assertEquals(List.of(), environment.failures(), "seed " + seed);
            for (Follower follower : followers) {
                follower.check(store, seed);
                follower.events.forEach(event -> environment.record(event.revision()));
            }
            store.close();
            environment.run();
            followers.forEach(follower -> assertTrue(follower.ended, "seed " + seed));
            return environment.traceHash();
        }
    }

    private static void write(SimulatedEnvironment environment, Store store, int left) {
        RandomGenerator random = environment.random("writer");
        String name = "w" + random.nextInt(6);
        Write write = switch (random.nextInt(4)) {
            case 0 -> Widget.delete(name);
            case 1 -> Gadget.put("g", random.nextInt(100));
            default ->
                Widget.put(Widget.of("default", name, random.nextInt(5), "p" + random.nextInt(2))
                        .labelled("app", "a" + random.nextInt(2)));
        };
        store.commit(new StoreTransaction(List.of(), List.of(write), Cause.UNKNOWN));
        if (left > 0) {
            environment.schedule(
                    Duration.ofMillis(random.nextInt(20)),
                    environment.serial("writer"),
                    () -> write(environment, store, left - 1));
        }
    }

    private static void open(SimulatedEnvironment environment, Store store, List<Follower> followers) {
        List<Selection> selections = List.of(
                Selection.all(),
                Selection.all().field("place", "p1"),
                Selection.inNamespace("default").labels("app=a1"),
                Selection.inNamespace("default").field("metadata.name", "w3"));
        RandomGenerator random = environment.random("opener");
        for (int i = 0; i < 12; i++) {
            Selection selection = selections.get(i % selections.size());
            StoreSnapshot start = store.snapshot();
            Follower follower = new Follower(selection, start.list(Widget.KIND, selection));
            follower.watch = store.watch(
                    Widget.KIND,
                    WatchFrom.revision(start.revision()),
                    selection,
                    environment.serial("follower"),
                    follower);
            followers.add(follower);
            CompletableFuture<Void> pause = new CompletableFuture<>();
            environment.schedule(
                    Duration.ofMillis(random.nextInt(200)), environment.serial("pause"), () -> pause.complete(null));
            environment.await(pause, Duration.ofMinutes(1));
        }
    }

    private static final class Follower implements WatchListener<Widget> {
        private final Selection selection;
        private final List<Widget> start;
        private final List<WatchEvent<Widget>> events = new ArrayList<>();
        private Watch watch;
        private boolean expired;
        private boolean ended;
        private long bookmark = -1;

        Follower(Selection selection, List<Widget> start) {
            this.selection = selection;
            this.start = start;
        }

        @Override
        public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
            events.addAll(wholeCommits);
        }

        @Override
        public void onBookmark(long revision) {
            bookmark = revision;
        }

        @Override
        public void onEnd(WatchEnd cause) {
            ended = true;
            expired = cause instanceof WatchEnd.Expired;
        }

        void check(Store store, long seed) {
            List<Widget> replayed = Replay.of(start, events);
            if (!expired) {
                assertEquals(store.revision(), bookmark, "seed " + seed);
                assertEquals(store.snapshot().list(Widget.KIND, selection), replayed, "seed " + seed);
            }
        }
    }
}
