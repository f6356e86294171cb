package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.Kinds;
import io.coxswain.client.Cause;
import io.coxswain.environment.DiskFile;
import io.coxswain.environment.simulated.DiskFault;
import io.coxswain.environment.simulated.DiskLoss;
import io.coxswain.environment.simulated.SimulatedDisk;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Precondition;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiskStoreTest {
    private static final Path FOLDER = Path.of("/state");
    private static final Kinds BOTH = Kinds.of(Note.KIND, Letter.KIND);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final SimulatedEnvironment environment = new SimulatedEnvironment(SimulationOptions.seeded(1), disk);
    private final DiskStoreRecipe recipe = DiskStore.at(FOLDER).segmentBytes(4 << 10);

    @AfterEach
    void end() {
        environment.close();
    }

    private DiskStore open() {
        return recipe.open(environment, BOTH);
    }

    private CompletableFuture<StoreOutcome> begin(DiskStore store, Write... writes) {
        return store.commit(new StoreTransaction(List.of(), List.of(writes), Cause.by("test")))
                .toCompletableFuture();
    }

    private long write(DiskStore store, Write... writes) {
        return assertInstanceOf(StoreOutcome.Applied.class, environment.await(begin(store, writes), LIMIT))
                .revision();
    }

    private void close(DiskStore store) {
        store.close();
        environment.await(store.closed(), LIMIT);
    }

    private static <T> Throwable failure(CompletionStage<T> stage) {
        return stage.handle((value, failure) -> failure).toCompletableFuture().join();
    }

    private static int number(DiskStore store, String name) {
        StoredObject<Note> found = store.get(Note.KIND, Note.key(name));
        return found == null ? -1 : found.resource().number();
    }

    private byte[] content(Path file) {
        try (DiskFile open = disk.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) open.size());
            while (bytes.hasRemaining() && open.read(bytes.position(), bytes) > 0) {}
            return bytes.array();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> files(String suffix) {
        try {
            return disk.list(FOLDER).stream()
                    .filter(name -> name.endsWith(suffix))
                    .map(FOLDER::resolve)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isOnDisk(String text) {
        List<Path> all = new ArrayList<>(files(".log"));
        all.addAll(files(".snap"));
        return all.stream().anyMatch(file -> new String(content(file), StandardCharsets.ISO_8859_1).contains(text));
    }

    @Test
    void whatWasWrittenIsThereAfterALossOfPower() {
        DiskStore store = open();
        write(store, Note.apply(Note.of("a", 1), "kubectl"), Note.put(Note.of("b", 1)));
        write(store, Note.put(Note.of("b", 2, "grüße")));
        write(store, Note.delete("b"), Note.put(Note.of("c", 3)));
        disk.restart(DiskLoss.EVERYTHING);

        DiskStore again = open();
        assertEquals(3, again.revision());
        assertEquals(0, again.oldestRevision());
        StoredObject<Note> a = again.get(Note.KIND, Note.key("a"));
        assertEquals(1, a.resource().metadata().resourceVersion());
        assertEquals(List.of("kubectl"), List.copyOf(a.applied().keySet()));
        assertEquals(Note.of("a", 1), a.applied().get("kubectl"));
        assertEquals("grüße", again.snapshot(2).find(Note.KIND, Note.key("b")).text());
        assertEquals(-1, number(again, "b"));
        assertEquals(Cause.by("test"), again.cause(2).orElseThrow());
        assertEquals(4, write(again, Note.put(Note.of("d", 4))));
    }

    @Test
    void refusedAndEmptyTransactionsUseNoRevision() {
        DiskStore store = open();
        write(store, Note.put(Note.of("a", 1)));
        StoreTransaction create = new StoreTransaction(
                List.of(new Precondition.Absent(Note.KIND, Note.key("a"))),
                List.of(Note.put(Note.of("a", 2))),
                Cause.UNKNOWN);
        assertInstanceOf(StoreOutcome.Refused.class, environment.await(store.commit(create), LIMIT));
        assertEquals(1, write(store, Note.put(Note.of("a", 1))));
        assertEquals(1, write(store, Note.delete("nobody")));
        disk.restart(DiskLoss.EVERYTHING);
        assertEquals(1, open().revision());
    }

    @Test
    void whatComesWhileTheDiskIsBusyIsForcedTogether() {
        DiskStore store = open();
        write(store, Note.put(Note.of("a", 0)));
        disk.forceTime(Duration.ofMillis(5));
        assertEquals(1, store.journalUse().forces());
        for (int i = 1; i <= 11; i++) {
            begin(store, Note.put(Note.of("a", i)));
            environment.advance(Duration.ofMillis(1));
        }
        environment.advance(Duration.ofMillis(20));
        assertEquals(12, store.revision());
        assertEquals(12, store.journalUse().commits());
        assertEquals(5, store.journalUse().forces());
    }

    @Test
    void folderHasOneStoreAtATime() {
        DiskStore store = open();
        DiskStoreException refused = assertThrows(DiskStoreException.class, this::open);
        assertEquals(DiskStoreException.Reason.LOCKED, refused.reason());
        assertEquals(
                "Store /state is open in process 1 of the simulation: close that one first, or use another folder",
                refused.getMessage());
        close(store);
        close(open());
    }

    @Test
    void closingWritesWhatWasUnderWay() {
        DiskStore store = open();
        CompletableFuture<StoreOutcome> last = begin(store, Note.put(Note.of("a", 1)));
        store.close();
        store.close();
        assertFalse(store.closed().toCompletableFuture().isDone());
        environment.await(store.closed(), LIMIT);
        assertInstanceOf(StoreOutcome.Applied.class, last.join());
        assertInstanceOf(ServiceUnavailableException.class, failure(begin(store, Note.delete("a"))));
        assertThrows(ServiceUnavailableException.class, store::revision);
        assertEquals(1, number(open(), "a"));
    }

    @Test
    void failedRecoveryGivesTheFolderBack() {
        close(open());
        disk.failAt(disk.calls() + 2, DiskFault.IO_ERROR);
        assertEquals(
                DiskStoreException.Reason.IO_ERROR,
                assertThrows(DiskStoreException.class, this::open).reason());
        close(open());
    }

    @Test
    void failedForceMakesReadOnlyAndIsNotTriedAgain() {
        DiskStore store = open();
        write(store, Note.put(Note.of("a", 1)));
        environment.run();
        disk.failAt(disk.calls() + 2, DiskFault.IO_ERROR);
        CompletableFuture<StoreOutcome> unknown = begin(store, Note.put(Note.of("a", 2)));
        environment.run();
        assertInstanceOf(RequestTimeoutException.class, failure(unknown));
        assertEquals(1, number(store, "a"));
        assertEquals(1, store.revision());

        long calls = disk.calls();
        Throwable refused = failure(begin(store, Note.put(Note.of("a", 3))));
        assertInstanceOf(ServiceUnavailableException.class, refused);
        assertTrue(refused.getMessage().startsWith("The store is read-only since revision 1: "), refused.getMessage());
        assertTrue(refused.getMessage().contains("Input/output error"), refused.getMessage());
        environment.run();
        assertEquals(calls, disk.calls());

        close(store);
        DiskStore again = open();
        assertTrue(number(again, "a") == 1 || number(again, "a") == 2);
        write(again, Note.put(Note.of("a", 4)));
    }

    @Test
    void fullDiskRefusesWhatNeedsANewSegment() {
        DiskStore store = open();
        environment.run();
        write(store, Note.put(Note.of("a", 1, "x".repeat(2_000))));
        environment.run();
        // larger than the segment that was prepared, so that one has to be made now: delete, create
        disk.failAt(disk.calls() + 2, DiskFault.NO_SPACE);
        CompletableFuture<StoreOutcome> refused = begin(store, Note.put(Note.of("b", 1, "x".repeat(5_000))));
        environment.run();
        Throwable cause = failure(refused);
        assertInstanceOf(ServiceUnavailableException.class, cause);
        assertTrue(cause.getMessage().contains("No space left on device"), cause.getMessage());
        close(store);
        DiskStore again = open();
        assertEquals(1, again.revision());
        write(again, Note.put(Note.of("b", 2, "x".repeat(5_000))));
        assertEquals(2, number(again, "b"));
    }

    @Test
    void snapshotsKeepTheFolderSmall() {
        DiskStore store = recipe.snapshotBytes(10_000).open(environment, BOTH);
        for (int i = 1; i <= 300; i++) {
            write(store, Note.put(Note.of("n" + i % 7, i)));
            environment.run();
        }
        assertEquals(2, files(".snap").size());
        assertTrue(files(".log").size() < 12, files(".log").toString());
        disk.restart(DiskLoss.EVERYTHING);
        DiskStore again = open();
        assertEquals(300, again.revision());
        assertEquals(300, number(again, "n6"));
        assertTrue(again.oldestRevision() > 200);
    }

    @Test
    void damagedSnapshotIsMadeUpForByTheOneBefore() {
        DiskStore store = recipe.snapshotBytes(10_000).open(environment, BOTH);
        for (int i = 1; i <= 300; i++) {
            write(store, Note.put(Note.of("n" + i % 7, i)));
            environment.run();
        }
        close(store);
        disk.flip(files(".snap").get(1), 8 * 200);
        DiskStore again = open();
        assertEquals(300, again.revision());
        assertEquals(300, number(again, "n6"));
    }

    @Test
    void otherVersionIsRefused() throws IOException {
        close(open());
        DiskStore store = open();
        write(store, Note.put(Note.of("a", 1)));
        close(store);
        Path segment = files(".log").get(0);
        ByteBuffer header = new FileHeader(FileHeader.Type.JOURNAL, 1).bytes();
        FileHeaderTest.withVersion(header, 7);
        try (DiskFile file = disk.open(segment)) {
            file.write(0, header);
        }
        DiskStoreException refused = assertThrows(DiskStoreException.class, this::open);
        assertEquals(DiskStoreException.Reason.UNKNOWN_VERSION, refused.reason());
        assertEquals(segment, refused.file());
        assertTrue(
                refused.getMessage().contains("has format version 7, this library knows version 1"),
                refused.getMessage());
    }

    @Test
    void damageInTheMiddleNamesFileAndOffsetAndIsSalvaged() {
        DiskStore store = open();
        for (int i = 1; i <= 5; i++) {
            write(store, Note.put(Note.of("n" + i, i)));
        }
        close(store);
        Path segment = files(".log").get(0);
        int second = new String(content(segment), StandardCharsets.ISO_8859_1).indexOf("\"n2\"");
        disk.flip(segment, 8L * second);

        DiskStoreException refused = assertThrows(DiskStoreException.class, this::open);
        assertEquals(DiskStoreException.Reason.DAMAGED, refused.reason());
        assertEquals(segment, refused.file());
        assertTrue(refused.offset() > FileHeader.SIZE && refused.offset() < second);
        assertTrue(
                refused.getMessage().startsWith(segment + " is damaged at byte " + refused.offset()),
                refused.getMessage());
        assertTrue(refused.getMessage().contains("DiskStore.salvage"), refused.getMessage());

        assertFalse(Tools.verify(disk, FOLDER).isSound());
        DiskReport report = Tools.salvage(disk, FOLDER);
        assertEquals(5, report.revision());
        assertEquals(4, report.objects());
        assertTrue(report.toString().contains("1 transactions between revisions 0 and 5 are lost"), report.toString());
        assertTrue(Tools.verify(disk, FOLDER).isSound());
        assertEquals(1, files(".damaged").size());
        DiskStore again = open();
        assertEquals(5, again.revision());
        assertEquals(-1, number(again, "n2"));
        assertEquals(5, number(again, "n5"));
    }

    @Test
    void backupIsAStoreOfItsOwn() throws IOException {
        Path backup = Path.of("/backup");
        DiskStore store = open();
        write(store, Note.apply(Note.of("a", 1), "m"), Letter.put(Letter.of("l", "s")));
        write(store, Note.put(Note.of("b", 2)));
        assertEquals(2, store.backup(backup));
        DiskStoreException twice = assertThrows(DiskStoreException.class, () -> store.backup(backup));
        assertEquals(DiskStoreException.Reason.WRONG_FOLDER, twice.reason());
        write(store, Note.put(Note.of("c", 3)));

        Path restored = Path.of("/restored");
        DiskReport report = Tools.restore(disk, backup, restored);
        assertEquals("Store /restored: revision 2, 3 objects, sound", report.toString());
        assertThrows(DiskStoreException.class, () -> Tools.restore(disk, backup, restored));
        assertThrows(DiskStoreException.class, () -> Tools.verify(disk, Path.of("/nowhere")));
        DiskStore second = DiskStore.at(restored).segmentBytes(4 << 10).open(environment, BOTH);
        assertEquals(2, second.revision());
        assertEquals(1, second.get(Note.KIND, Note.key("a")).applied().size());
        assertEquals(-1, number(second, "c"));
        assertEquals(3, write(second, Note.put(Note.of("d", 1))));
    }

    @Test
    void compactingLeavesOneSnapshot() {
        DiskStore store = open();
        for (int i = 1; i <= 100; i++) {
            write(store, Note.apply(Note.of("a", i), "m"));
        }
        assertEquals(
                DiskStoreException.Reason.LOCKED,
                assertThrows(DiskStoreException.class, () -> Tools.compact(disk, FOLDER))
                        .reason());
        close(store);
        assertEquals(100, Tools.compact(disk, FOLDER).revision());
        assertEquals(1, files(".snap").size());
        assertEquals(0, files(".log").size());
        disk.restart(DiskLoss.EVERYTHING);
        DiskStore again = open();
        assertEquals(100, number(again, "a"));
        assertEquals(100, again.get(Note.KIND, Note.key("a")).applied().get("m").number());
        assertEquals(101, write(again, Note.put(Note.of("a", 101))));
    }

    @Test
    void oversizedObjectIsRefusedBeforeAnythingIsWritten() {
        DiskStore store = open();
        environment.run();
        long calls = disk.calls();
        Throwable refused =
                failure(begin(store, Note.put(Note.of("small", 1)), Note.put(Note.of("a", 1, "x".repeat(3 << 19)))));
        assertInstanceOf(BadRequestException.class, refused);
        assertTrue(refused.getMessage().startsWith("Note default/a has 15"), refused.getMessage());
        assertTrue(
                refused.getMessage().contains("must have at most 1572864 (1.5 MiB): split it"), refused.getMessage());
        environment.run();
        assertEquals(calls, disk.calls());
        assertEquals(0, store.revision());
        String most = "x".repeat((3 << 19) - 200);
        assertEquals(1, write(store, Note.put(Note.of("a", 1, most))));
        disk.restart(DiskLoss.EVERYTHING);
        assertEquals(most, open().get(Note.KIND, Note.key("a")).resource().text());
    }

    @Test
    void oversizedTransactionIsRefused() {
        DiskStore store = open();
        String text = "x".repeat(1_500_000);
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            writes.add(Note.put(Note.of("n" + i, i, text)));
        }
        Throwable refused = failure(begin(store, writes.toArray(Write[]::new)));
        assertInstanceOf(BadRequestException.class, refused);
        assertTrue(refused.getMessage().contains("must have at most 67108864"), refused.getMessage());
    }

    @Test
    void objectsOfForgottenKindsAreKept() {
        DiskStore store = open();
        write(store, Letter.put(Letter.of("old", "1")), Letter.put(Letter.of("gone", "1")));
        write(store, Note.put(Note.of("a", 1)), Letter.put(Letter.of("old", "2")));
        close(store);

        DiskStore without = recipe.snapshotBytes(1_000).open(environment, Kinds.of(Note.KIND));
        assertEquals(2, without.revision());
        Throwable refused = failure(begin(without, Letter.put(Letter.of("new", "1"))));
        assertInstanceOf(BadRequestException.class, refused);
        assertTrue(refused.getMessage().contains("add the kind test.coxswain.io/v1 Letter"), refused.getMessage());
        for (int i = 2; i <= 60; i++) {
            write(without, Note.put(Note.of("a", i)));
            environment.run();
        }
        close(without);
        assertEquals(2, files(".snap").size());

        DiskStore again = open();
        StoredObject<Letter> old = again.get(Letter.KIND, Note.key("old"));
        assertEquals("2", old.resource().secret());
        assertEquals(2, old.resource().metadata().resourceVersion());
        assertNotNull(again.get(Letter.KIND, Note.key("gone")));
        write(again, new Write.Delete<>(Letter.KIND, Note.key("gone")));
        disk.restart(DiskLoss.EVERYTHING);
        assertNull(open().get(Letter.KIND, Note.key("gone")));
    }

    @Test
    void encryptedKindsCanBeReadWithTheirKeysOnly() {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        keys.put("k1", key(1));
        String[] current = {"k1"};
        KeyProvider provider = provider(keys, current);
        DiskStoreRecipe encrypted = recipe.snapshotBytes(2_000).encrypt(provider, Letter.KIND);
        DiskStore store = encrypted.open(environment, BOTH);
        write(store, Letter.put(Letter.of("a", "swordfish")), Note.put(Note.of("a", 1, "public")));
        keys.put("k2", key(2));
        current[0] = "k2";
        write(store, Letter.put(Letter.of("b", "xyzzy")));
        close(store);
        assertTrue(isOnDisk("public"));
        assertFalse(isOnDisk("swordfish") || isOnDisk("xyzzy"));

        DiskStoreException missing = assertThrows(DiskStoreException.class, this::open);
        assertEquals(DiskStoreException.Reason.KEY_MISSING, missing.reason());
        assertTrue(missing.getMessage().startsWith("Letter default/a is encrypted with key k1"), missing.getMessage());
        keys.put("k1", key(9));
        DiskStoreException wrong = assertThrows(DiskStoreException.class, () -> encrypted.open(environment, BOTH));
        assertTrue(
                wrong.getMessage().startsWith("Letter default/a can't be decrypted with key k1"), wrong.getMessage());

        keys.put("k1", key(1));
        DiskStore again = encrypted.open(environment, BOTH);
        assertEquals(
                "swordfish", again.get(Letter.KIND, Note.key("a")).resource().secret());
        assertEquals("xyzzy", again.get(Letter.KIND, Note.key("b")).resource().secret());
        for (int i = 2; i <= 100; i++) {
            write(again, Note.put(Note.of("a", i)));
            environment.run();
        }
        close(again);
        keys.remove("k1");
        DiskStore rotated = encrypted.open(environment, BOTH);
        assertEquals(
                "swordfish", rotated.get(Letter.KIND, Note.key("a")).resource().secret());
        assertFalse(isOnDisk("swordfish"));
    }

    private static SecretKey key(int seed) {
        return new SecretKeySpec(("0123456789abcde" + seed).getBytes(StandardCharsets.US_ASCII), "AES");
    }

    private static KeyProvider provider(Map<String, SecretKey> keys, String[] current) {
        return new KeyProvider() {
            @Override
            public String currentKeyId() {
                return current[0];
            }

            @Override
            public SecretKey key(String id) {
                return keys.get(id);
            }
        };
    }
}
