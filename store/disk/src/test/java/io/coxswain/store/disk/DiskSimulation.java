package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.Kinds;
import io.coxswain.environment.simulated.Chooser;
import io.coxswain.environment.simulated.DiskFault;
import io.coxswain.environment.simulated.DiskLoss;
import io.coxswain.environment.simulated.SimulatedDisk;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.spec.SecretKeySpec;

/** A disk, the lives of a store on it one after the other, and what its callers were told. */
final class DiskSimulation {
    static final Path FOLDER = Path.of("/state");
    static final Kinds KINDS = Kinds.of(Note.KIND, Letter.KIND);
    static final KeyProvider KEY = KeyProvider.of(
            "k1", new SecretKeySpec(Arrays.copyOf("key".getBytes(StandardCharsets.US_ASCII), 16), "AES"));

    final SimulatedDisk disk;
    final History history = new History();
    final SplittableRandom random;
    private final DiskStoreRecipe recipe;
    private final boolean shuffled;
    private int lives;

    /** A disk and what happens to it, all decided by the seed; in order and without waiting unless shuffled. */
    DiskSimulation(long seed, boolean shuffled) {
        disk = new SimulatedDisk(seed);
        random = new SplittableRandom(seed);
        this.shuffled = shuffled;
        if (shuffled && random.nextInt(3) == 0) {
            disk.forceTime(Duration.ofMillis(1));
        }
        recipe = DiskStore.at(FOLDER)
                .segmentBytes(1 << 10)
                .snapshotBytes(shuffled ? 500 + random.nextInt(4_000) : 1_500)
                .retainCommits(shuffled ? 1 + random.nextInt(40) : 100)
                .encrypt(KEY, Letter.KIND);
    }

    private SimulatedEnvironment environment() {
        SimulationOptions options = SimulationOptions.seeded(random.nextLong());
        lives++;
        return new SimulatedEnvironment(shuffled ? options.withChooser(Chooser.random(lives)) : options, disk);
    }

    /** A process that opens the store, checks it, commits and ends without closing it. May die of a fault at any time. */
    void live(int commits) {
        try (SimulatedEnvironment environment = environment()) {
            DiskStore store;
            try {
                store = recipe.open(environment, KINDS);
            } catch (DiskStoreException e) {
                assertEquals(DiskStoreException.Reason.IO_ERROR, e.reason(), e.getMessage());
                return;
            }
            history.check(store, environment);
            for (int i = 0; i < commits && !disk.isDead(); i++) {
                history.commit(store, random);
                if (random.nextInt(3) > 0) {
                    environment.advance(Duration.ofMillis(random.nextInt(2)));
                }
            }
            if (random.nextBoolean()) {
                environment.advance(Duration.ofMillis(10));
            }
            if (random.nextInt(3) == 0) {
                store.close();
                environment.advance(Duration.ofMillis(10));
            }
            assertEquals(List.of(), environment.failures());
        }
    }

    /** A process that finds everything again, without faults. */
    void checkAll() {
        try (SimulatedEnvironment environment = environment()) {
            DiskStore store = recipe.open(environment, KINDS);
            history.check(store, environment);
            int before = history.size();
            history.commit(store, random);
            environment.advance(Duration.ofMillis(10));
            assertEquals(before + 1, history.acknowledged(), "the recovered store takes writes");
            store.close();
            environment.advance(Duration.ofMillis(10));
            assertEquals(true, store.closed().toCompletableFuture().isDone());
            assertEquals(List.of(), environment.failures());
        }
    }

    DiskStore open(SimulatedEnvironment environment) {
        return recipe.open(environment, KINDS);
    }

    void failAt(long callFromNow, DiskFault fault) {
        disk.failAt(disk.calls() + callFromNow, fault);
    }

    DiskLoss anyLoss() {
        return List.of(DiskLoss.values()).get(random.nextInt(DiskLoss.values().length));
    }
}
