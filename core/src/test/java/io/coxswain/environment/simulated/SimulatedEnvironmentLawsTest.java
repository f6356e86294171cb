package io.coxswain.environment.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every seed. */
final class SimulatedEnvironmentLawsTest {
    private static final Duration LIMIT = Duration.ofHours(1);

    @Property(tries = 200)
    void sameSeedSameRun(@ForAll long seed) {
        Outcome once = run(seed, seed);
        assertEquals(once, run(seed, seed));
    }

    @Property(tries = 50)
    void scheduleChangesOrderButLosesNothing(@ForAll long seed) {
        Outcome byDefault = run(seed, null);
        Outcome atRandom = run(seed, seed);
        assertEquals(
                byDefault.events().stream().sorted().toList(),
                atRandom.events().stream().sorted().toList());
    }

    @Property(tries = 100)
    void drawsForOnePurposeDoNotChangeThoseForAnother(
            @ForAll long seed,
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String one,
            @ForAll @AlphaChars @StringLength(min = 9, max = 16) String other,
            @ForAll @IntRange(max = 20) int draws) {
        try (SimulatedEnvironment quiet = SimulatedEnvironment.seeded(seed);
                SimulatedEnvironment busy = SimulatedEnvironment.seeded(seed)) {
            RandomGenerator noise = busy.random(other);
            for (int i = 0; i < draws; i++) {
                noise.nextLong();
            }
            assertEquals(quiet.random(one).nextLong(), busy.random(one).nextLong());
            assertEquals(quiet.newUid(), busy.newUid());
        }
    }

    @Example
    void randomChooserReachesManySchedules() {
        long distinct = LongStream.range(0, 100)
                .mapToObj(chooserSeed -> run(5, chooserSeed).events())
                .distinct()
                .count();
        assertTrue(distinct >= 10, () -> distinct + " schedules with 100 seeds");
    }

    private record Outcome(long hash, long nanos, List<String> events) {}

    /** Three tasks that write to a store through a client each, wait for it, pause for a random time and go on. */
    private static Outcome run(long seed, Long schedule) {
        SimulationOptions options = SimulationOptions.seeded(seed);
        if (schedule != null) {
            options = options.withChooser(Chooser.random(schedule));
        }
        List<String> events = new ArrayList<>();
        try (SimulatedEnvironment environment = new SimulatedEnvironment(options)) {
            Executor store = environment.serial("store");
            Executor workers = environment.workers("tasks", 2);
            int[] done = new int[1];
            for (int t = 0; t < 3; t++) {
                String task = "task" + t;
                RandomGenerator random = environment.random(task);
                Executor client = environment.serial("client");
                workers.execute(() -> {
                    for (int i = 0; i < 3; i++) {
                        String write = task + " write " + i;
                        CompletableFuture<Void> written = new CompletableFuture<>();
                        client.execute(() -> store.execute(() -> {
                            events.add(write);
                            environment.record(write.hashCode());
                            written.complete(null);
                        }));
                        environment.await(written, LIMIT);
                        CompletableFuture<Void> pause = new CompletableFuture<>();
                        environment.schedule(Duration.ofMillis(random.nextInt(3)), store, () -> pause.complete(null));
                        environment.await(pause, LIMIT);
                    }
                    done[0]++;
                });
            }
            environment.runUntil(() -> done[0] == 3, LIMIT);
            return new Outcome(environment.traceHash(), environment.nanoTime(), List.copyOf(events));
        }
    }
}
