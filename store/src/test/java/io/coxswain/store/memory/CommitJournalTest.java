package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Cause;
import io.coxswain.client.WatchFrom;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Precondition;
import io.coxswain.selector.Selection;
import io.coxswain.store.Recorder;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Widget;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitJournalTest {
    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final Deque<JournalBatch> batches = new ArrayDeque<>();
    private boolean journalClosed;
    private final CommitJournal journal = new CommitJournal() {
        @Override
        public void append(JournalBatch batch) {
            batches.add(batch);
        }

        @Override
        public void close() {
            journalClosed = true;
        }
    };
    private final MemoryStore store =
            MemoryStore.builder(environment).journal(journal).build();

    @AfterEach
    void end() {
        environment.close();
    }

    @Test
    void nothingIsVisibleBeforeItIsDurable() {
        Recorder<Widget> recorder = new Recorder<>(environment);
        store.watch(Widget.KIND, WatchFrom.now(), Selection.all(), environment.serial("watch"), recorder);
        CompletableFuture<StoreOutcome> commit = commit(Widget.put(Widget.of("a", 1)));
        environment.run();
        assertFalse(commit.isDone());
        assertEquals(0, store.revision());
        assertNull(store.get(Widget.KIND, Widget.key("a")));
        assertEquals(0, recorder.events().size());

        batches.remove().durable();
        environment.run();
        assertTrue(commit.isDone());
        assertEquals(1, store.revision());
        assertNotNull(store.get(Widget.KIND, Widget.key("a")));
        assertEquals(1, recorder.events().size());
    }

    @Test
    void laterTransactionsSeeThoseThatWait() {
        commit(Widget.put(Widget.of("a", 1)));
        CompletableFuture<StoreOutcome> refused = store.commit(new StoreTransaction(
                        List.of(new Precondition.Absent(Widget.KIND, Widget.key("a"))),
                        List.of(Widget.put(Widget.of("b", 1))),
                        Cause.UNKNOWN))
                .toCompletableFuture();
        CompletableFuture<StoreOutcome> unchanged = commit(Widget.put(Widget.of("a", 1)));
        assertFalse(refused.isDone());
        assertFalse(unchanged.isDone());

        batches.remove().durable();
        assertInstanceOf(StoreOutcome.Refused.class, refused.join());
        assertEquals(1, ((StoreOutcome.Applied) unchanged.join()).revision());
        assertTrue(batches.isEmpty());
    }

    @Test
    void lastBatchAnswersForThoseBefore() {
        CompletableFuture<StoreOutcome> first = commit(Widget.put(Widget.of("a", 1)));
        CompletableFuture<StoreOutcome> second = commit(Widget.put(Widget.of("a", 2)));
        assertEquals(2, batches.size());
        batches.getLast().durable();
        assertTrue(first.isDone());
        assertTrue(second.isDone());
        assertEquals(2, store.revision());
    }

    @Test
    void failureMakesReadOnlyAtWhatWasDurable() {
        commit(Widget.put(Widget.of("a", 1)));
        batches.remove().durable();
        CompletableFuture<StoreOutcome> unknown = commit(Widget.put(Widget.of("a", 2)));
        CompletableFuture<StoreOutcome> onlooker = commit(Widget.put(Widget.of("a", 2)));
        CompletableFuture<StoreOutcome> unwritten = commit(Widget.put(Widget.of("b", 1)));
        batches.remove().failed(new RequestTimeoutException("the force failed"));
        batches.remove().failed(new ServiceUnavailableException("nothing was written"));

        assertInstanceOf(RequestTimeoutException.class, failure(unknown));
        assertInstanceOf(ServiceUnavailableException.class, failure(onlooker));
        assertInstanceOf(ServiceUnavailableException.class, failure(unwritten));
        assertEquals(1, store.revision());
        StoredObject<Widget> read = store.get(Widget.KIND, Widget.key("a"));
        assertNotNull(read);
        assertEquals(1, read.resource().size());

        Throwable refused = failure(commit(Widget.put(Widget.of("c", 1))));
        assertTrue(refused.getMessage().contains("read-only since revision 1"), refused.getMessage());
        assertTrue(batches.isEmpty());
    }

    @Test
    void journalIsClosedAfterItsLastBatch() {
        CompletableFuture<StoreOutcome> last = commit(Widget.put(Widget.of("a", 1)));
        store.close();
        assertTrue(journalClosed);
        batches.remove().durable();
        assertEquals(1, ((StoreOutcome.Applied) last.join()).revision());
        assertThrows(ServiceUnavailableException.class, store::revision);
    }

    @Test
    void replayedCommitsCanBeWatchedAndReadAt() {
        Widget widget = Widget.of("a", 1);
        commit(Widget.put(widget));
        commit(Widget.put(Widget.of("a", 2)), Widget.put(Widget.of("b", 1)));
        commit(Widget.delete("a"));
        List<JournaledCommit> commits = new ArrayList<>();
        batches.forEach(batch -> commits.addAll(batch.commits()));
        MemoryStore second = MemoryStore.builder(environment).replay(commits).build();

        Recorder<Widget> recorder = new Recorder<>(environment);
        second.watch(Widget.KIND, WatchFrom.revision(0), Selection.all(), environment.serial("watch"), recorder);
        environment.run();
        assertEquals(3, second.revision());
        assertEquals(4, recorder.events().size());
        assertEquals(2, second.snapshot(2).list(Widget.KIND, Selection.all()).size());
        MemoryStore.Contents contents = environment.await(second.contents(), Duration.ZERO);
        assertEquals(3, contents.revision());
        assertEquals(
                List.of("b"),
                contents.objects().stream()
                        .map(object -> object.resource().metadata().name())
                        .toList());
    }

    @Test
    void gapInWhatIsReplayedIsRefused() {
        JournaledCommit second = new JournaledCommit(2, Cause.UNKNOWN, List.of(), null);
        assertThrows(
                IllegalArgumentException.class,
                () -> MemoryStore.builder(environment).replay(List.of(second)).build());
    }

    private CompletableFuture<StoreOutcome> commit(Write... writes) {
        return store.commit(new StoreTransaction(List.of(), List.of(writes), Cause.UNKNOWN))
                .toCompletableFuture();
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return future.handle((value, failure) -> failure).join();
    }
}
