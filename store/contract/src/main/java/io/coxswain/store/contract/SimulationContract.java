package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.simulated.Chooser;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.error.ExpiredException;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.history.History;
import io.coxswain.store.history.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many schedules of the same few clients, on virtual time; a failure names its seed. */
abstract class SimulationContract extends ConcurrencyContract {
    private static final int CLIENTS = 4;
    private static final int STEPS = 60;
    private static final List<Selection> WIDTHS = List.of(
            Selection.all(),
            Selection.all().field("place", "p1"),
            Selection.all().labels("app"),
            Selection.inNamespace("default").field("metadata.name", "w3"));

    @Test
    void everyScheduleGivesCorrectHistory() {
        requirePromise(StorePromise.SIMULATED);
        long first = Long.getLong("coxswain.seed", 1);
        int seeds = System.getProperty("coxswain.seed") == null ? effort(25, 500) : 1;
        for (long seed = first; seed < first + seeds; seed++) {
            try {
                run(seed).requireCorrect();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + " (again by -Dcoxswain.seed=" + seed + "): " + e.getMessage(), e);
            }
        }
    }

    @Test
    void sameSeedIsTheSameRun() {
        requirePromise(StorePromise.SIMULATED);
        for (long seed = 1; seed <= 3; seed++) {
            assertEquals(run(seed).lines(), run(seed).lines(), "seed " + seed);
        }
    }

    private History run(long seed) {
        SimulationOptions options = SimulationOptions.seeded(seed).withChooser(Chooser.random(seed));
        try (SimulatedEnvironment environment = new SimulatedEnvironment(options)) {
            return new Run(environment, open(environment)).history();
        }
    }

    /** One run: clients, watchers that come and go, some of them slow, and compaction. */
    private static final class Run {
        private final SimulatedEnvironment environment;
        private final Store store;
        private final Recording recording;
        private final List<CompletableFuture<@Nullable Void>> done = new ArrayList<>();
        private final List<Follower> followers = new ArrayList<>();

        Run(SimulatedEnvironment environment, Store store) {
            this.environment = environment;
            this.store = store;
            recording = Recording.of(store);
        }

        History history() {
            for (int i = 0; i < CLIENTS; i++) {
                String name = "client-" + i;
                Workload workload = new Workload(environment, recording.client(name), environment.random(name));
                start(name, () -> workload.runWithPauses(STEPS));
            }
            start("opener", this::openWatches);
            start("compactor", this::compactNowAndThen);
            done.forEach(each -> environment.await(each, Duration.ofMinutes(10)));
            followers.forEach(follower -> follower.finish(store.revision()));
            if (!environment.failures().isEmpty()) {
                throw new AssertionError("steps failed", environment.failures().get(0));
            }
            History history = recording.history();
            store.close();
            environment.advance(LIMIT);
            followers.forEach(Follower::requireEnded);
            return history;
        }

        private void start(String name, Runnable work) {
            CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
            done.add(end);
            environment.workers(name, 1).execute(() -> {
                try {
                    work.run();
                    end.complete(null);
                } catch (RuntimeException | Error e) {
                    end.completeExceptionally(e);
                }
            });
        }

        private void pause(int mostMillis, RandomGenerator random) {
            CompletableFuture<@Nullable Void> later = new CompletableFuture<>();
            environment.schedule(
                    Duration.ofMillis(random.nextInt(mostMillis)),
                    environment.serial("pause"),
                    () -> later.complete(null));
            environment.await(later, LIMIT);
        }

        private void openWatches() {
            RandomGenerator random = environment.random("opener");
            for (int i = 0; i < 12; i++) {
                Follower follower = new Follower(environment, i % 5 == 4 ? 30 : 1);
                Executor workers = environment.workers("follower", 1);
                WatchFrom from = random.nextInt(3) == 0
                        ? WatchFrom.now()
                        : WatchFrom.revision(Math.max(store.oldestRevision(), store.revision() - random.nextInt(4)));
                follower.watch = recording
                        .client("follower-" + i)
                        .watch(Widget.KIND, from, WIDTHS.get(i % WIDTHS.size()), workers, follower);
                followers.add(follower);
                pause(15, random);
                if (random.nextInt(4) == 0) {
                    follower.watch.requestBookmark();
                } else if (random.nextInt(5) == 0) {
                    follower.watch.close();
                }
            }
        }

        private void compactNowAndThen() {
            RandomGenerator random = environment.random("compactor");
            for (int i = 0; i < 8; i++) {
                pause(30, random);
                try {
                    store.compact(store.revision() - 10 - random.nextInt(40));
                } catch (ExpiredException e) {
                    throw new AssertionError("compaction of what is compacted changes nothing", e);
                }
            }
        }
    }

    /** Takes its time over each call. */
    private static final class Follower implements WatchListener<Widget> {
        private final SimulatedEnvironment environment;
        private final int slowness;
        private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();
        private @Nullable Watch watch;
        private long due = Long.MAX_VALUE;
        private boolean ended;

        Follower(SimulatedEnvironment environment, int slowness) {
            this.environment = environment;
            this.slowness = slowness;
        }

        @Override
        public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
            CompletableFuture<@Nullable Void> later = new CompletableFuture<>();
            environment.schedule(Duration.ofMillis(slowness), environment.serial("slow"), () -> later.complete(null));
            environment.await(later, LIMIT);
        }

        @Override
        public void onBookmark(long revision) {
            if (revision >= due) {
                settled.complete(null);
            }
        }

        @Override
        public void onEnd(WatchEnd cause) {
            ended = true;
            settled.complete(null);
        }

        void finish(long newest) {
            due = newest;
            Watch own = watch;
            if (own != null && !ended) {
                own.requestBookmark();
                environment.await(settled, LIMIT);
            }
        }

        void requireEnded() {
            if (!ended) {
                throw new AssertionError("a watch has not ended though its store is closed");
            }
        }
    }
}
