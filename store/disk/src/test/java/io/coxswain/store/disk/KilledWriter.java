package io.coxswain.store.disk;

import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.store.StoreTransaction;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process that writes into a store until it is killed, and says on its output which revisions it was told of. */
final class KilledWriter {
    /** So many transactions are under way at once. */
    private static final int IN_FLIGHT = 16;

    static final int NAMES = 50;

    private final DiskStore store;
    private final PrintStream out =
            new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.US_ASCII);

    private KilledWriter(DiskStore store) {
        this.store = store;
    }

    static DiskStoreRecipe recipe(Path folder) {
        return DiskStore.at(folder).segmentBytes(64 << 10).snapshotBytes(256 << 10);
    }

    /** What the transaction of a revision writes. */
    static StoreTransaction transaction(long revision) {
        int number = (int) revision;
        return new StoreTransaction(
                List.of(),
                List.of(
                        Note.put(Note.of("n" + number % NAMES, number, "x".repeat(number % 300))),
                        Note.put(Note.of("last", number))),
                Cause.by("writer"));
    }

    public static void main(String[] args) {
        DiskStore store = recipe(Path.of(args[0])).open(Environment.system(), DiskSimulation.KINDS);
        KilledWriter writer = new KilledWriter(store);
        long first = store.revision() + 1;
        AtomicBoolean failed = new AtomicBoolean();
        for (long revision = first; !failed.get(); revision++) {
            var committed = writer.commit(revision).exceptionally(failure -> {
                failed.set(true);
                throw new CompletionException(failure);
            });
            if (revision % IN_FLIGHT == 0) {
                Environment.system().await(committed, Duration.ofSeconds(30));
            }
        }
    }

    private CompletionStage<Void> commit(long revision) {
        return store.commit(transaction(revision)).thenAccept(outcome -> {
            out.println(revision);
            out.flush();
        });
    }
}
