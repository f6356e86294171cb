package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Cause;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/**
 * What was committed, over the lives of a store, and what its callers were told. Each transaction changes something, so the one
 * with index i has revision i + 1, unless the store had failed before.
 */
final class History {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private final List<StoreTransaction> transactions = new ArrayList<>();
    private int acknowledged;
    /** From this index on nothing may ever be found. */
    private int surelyUnwritten = Integer.MAX_VALUE;

    private int nextId = 1;

    int size() {
        return transactions.size();
    }

    int acknowledged() {
        return acknowledged;
    }

    /** Commits something new; what becomes of it is noted when it is known. */
    void commit(DiskStore store, SplittableRandom random) {
        int id = nextId++;
        StoreTransaction transaction =
                new StoreTransaction(List.of(), writes(id, random), Cause.by("transaction " + id));
        int index = transactions.size();
        transactions.add(transaction);
        store.commit(transaction).whenComplete((outcome, failure) -> note(index, transaction, outcome, failure));
    }

    private static List<Write> writes(int id, SplittableRandom random) {
        List<Write> writes = new ArrayList<>();
        String text = "x".repeat(random.nextInt(4) == 0 ? random.nextInt(1_200) : random.nextInt(60));
        for (String name : NAMES) {
            if (random.nextInt(3) == 0) {
                Note note = Note.of(name, id, text);
                writes.add(random.nextBoolean() ? Note.put(note) : Note.apply(note, "m" + random.nextInt(2)));
            } else if (random.nextInt(6) == 0) {
                writes.add(Note.delete(name));
            }
        }
        writes.add(Note.put(Note.of("always", id)));
        if (random.nextInt(3) == 0) {
            writes.add(Letter.put(Letter.of("letter", "secret " + id)));
        }
        return writes;
    }

    private void note(int index, StoreTransaction transaction, StoreOutcome outcome, Throwable failure) {
        if (failure == null) {
            StoreOutcome.Applied applied = (StoreOutcome.Applied) outcome;
            assertEquals(
                    index + 1,
                    applied.revision(),
                    "revision of " + transaction.cause().actor());
            acknowledged = Math.max(acknowledged, index + 1);
        } else {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (!(cause instanceof RequestTimeoutException)) {
                surelyUnwritten = Math.min(surelyUnwritten, index);
            }
        }
    }

    /** Compares a store that was opened anew with what was committed, and forgets what is lost. */
    void check(DiskStore store, SimulatedEnvironment environment) {
        long revision = store.revision();
        assertTrue(revision >= acknowledged, "acknowledged " + acknowledged + ", found only " + revision);
        assertTrue(revision <= transactions.size(), "found " + revision + ", committed " + transactions.size());
        assertTrue(revision <= surelyUnwritten, "found " + revision + ", surely unwritten from " + surelyUnwritten);
        transactions.subList((int) revision, transactions.size()).clear();
        assertEquals(new TreeMap<>(expected((int) revision)), found(store), "at revision " + revision);
        checkPast(store, environment, (int) revision);
        acknowledged = (int) revision;
        surelyUnwritten = Integer.MAX_VALUE;
    }

    private void checkPast(DiskStore store, SimulatedEnvironment environment, int revision) {
        for (long past = store.oldestRevision() + 1; past <= revision; past++) {
            assertEquals(
                    transactions.get((int) past - 1).cause(), store.cause(past).orElseThrow(), "cause of " + past);
        }
        for (long from : List.of(store.oldestRevision(), (store.oldestRevision() + revision) / 2)) {
            Collector collector = new Collector();
            store.watch(Note.KIND, WatchFrom.revision(from), Selection.all(), environment.serial("check"), collector);
            environment.run();
            assertEquals(events((int) from), collector.events, "events from " + from);
        }
    }

    private Map<String, String> expected(int revision) {
        Map<String, String> state = new TreeMap<>();
        for (int i = 0; i < revision; i++) {
            for (Write write : transactions.get(i).writes()) {
                String key = write.kind() + " " + write.key();
                if (write instanceof Write.Put<?> put) {
                    state.put(key, text(put.object(), i + 1));
                } else {
                    state.remove(key);
                }
            }
        }
        return state;
    }

    private static String text(StoredObject<?> stored, long revision) {
        Object object = stored.resource();
        String content = object instanceof Note note ? note.number() + note.text() : ((Letter) object).secret();
        return revision + " " + content + " " + stored.applied().keySet()
                + stored.applied().values().stream()
                        .map(applied -> ((Note) applied).number())
                        .toList();
    }

    private static Map<String, String> found(DiskStore store) {
        Map<String, String> state = new TreeMap<>();
        for (Note note : store.snapshot().list(Note.KIND, Selection.all())) {
            state.put(
                    "Note " + note.key(),
                    text(store.get(Note.KIND, note.key()), note.metadata().resourceVersion()));
        }
        for (Letter letter : store.snapshot().list(Letter.KIND, Selection.all())) {
            state.put(
                    "Letter " + letter.key(),
                    text(store.get(Letter.KIND, letter.key()), letter.metadata().resourceVersion()));
        }
        return state;
    }

    private List<String> events(int from) {
        List<String> events = new ArrayList<>();
        Map<String, Integer> alive = new TreeMap<>();
        for (int i = 0; i < transactions.size(); i++) {
            for (Write write : transactions.get(i).writes()) {
                if (write.kind() != Note.KIND) {
                    continue;
                }
                String name = write.key().name();
                boolean put = write instanceof Write.Put<?>;
                Integer before = put ? alive.put(name, i) : alive.remove(name);
                if (i >= from && (put || before != null)) {
                    events.add((put ? before == null ? "ADDED " : "MODIFIED " : "DELETED ") + name + " " + (i + 1));
                }
            }
        }
        return events;
    }

    private static final class Collector implements WatchListener<Note> {
        final List<String> events = new ArrayList<>();

        @Override
        public void onEvents(List<WatchEvent<Note>> wholeCommits) {
            wholeCommits.forEach(event ->
                    events.add(event.type() + " " + event.object().metadata().name() + " " + event.revision()));
        }

        @Override
        public void onBookmark(long revision) {}

        @Override
        public void onEnd(WatchEnd cause) {
            events.add("end " + cause);
        }
    }
}
