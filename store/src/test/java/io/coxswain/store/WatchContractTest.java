package io.coxswain.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every store promises of watches. An engine's test extends this. */
public abstract class WatchContractTest extends StoreContractTest {

    private Recorder<Widget> watch(WatchFrom from, Selection selection) {
        Recorder<Widget> recorder = new Recorder<>(environment);
        store.watch(Widget.KIND, from, selection, environment.workers("watch", 1), recorder);
        return recorder;
    }

    private Recorder<Widget> watch(WatchFrom from) {
        return watch(from, Selection.all());
    }

    private void history() {
        write(Widget.put(Widget.of("a", 1)));
        write(Widget.put(Widget.of("b", 1)), Widget.put(Widget.of("c", 1)));
        write(Widget.put(Widget.of("a", 2)));
        write(Gadget.put("other", 1));
        write(Widget.delete("b"));
        write(Widget.put(Widget.of("b", 2)));
    }

    private static final List<String> HISTORY =
            List.of("ADDED a 1", "ADDED b 2", "ADDED c 2", "MODIFIED a 3", "DELETED b 5", "ADDED b 6");

    @Test
    void eventsComeInOrderWithTheRevisionOfTheCommit() {
        Recorder<Widget> recorder = watch(WatchFrom.revision(0));
        history();
        assertEquals(HISTORY, recorder.await(HISTORY.size()));
    }

    @Test
    void everyRetainedRevisionCanBeResumedFrom() {
        history();
        for (long from = 0; from <= 6; from++) {
            long after = from;
            List<String> expected = HISTORY.stream()
                    .filter(text -> Long.parseLong(text.substring(text.lastIndexOf(' ') + 1)) > after)
                    .toList();
            assertEquals(expected, watch(WatchFrom.revision(from)).await(expected.size()), "from " + from);
        }
    }

    @Test
    void watchFromNowSeesWhatIsWrittenAfterTheCall() {
        history();
        Recorder<Widget> recorder = watch(WatchFrom.now());
        write(Widget.put(Widget.of("d", 1)));
        assertEquals(List.of("ADDED d 7"), recorder.await(1));
    }

    @Test
    void idleWatchIsWokenAgainAndAgain() {
        Recorder<Widget> recorder = watch(WatchFrom.now());
        for (int i = 1; i <= 50; i++) {
            write(Widget.put(Widget.of("a", i)));
            recorder.await(i);
        }
        assertEquals(50, recorder.events().size());
    }

    @Test
    void transactionArrivesInOneCall() {
        Recorder<Widget> recorder = watch(WatchFrom.now());
        for (int i = 0; i < 200; i++) {
            write(Widget.put(Widget.of("a", i)), Widget.put(Widget.of("b", i)), Widget.put(Widget.of("c", i)));
        }
        recorder.await(600);
        for (List<WatchEvent<Widget>> call : recorder.calls()) {
            assertEquals(0, call.size() % 3);
            assertEquals("a", call.get(0).object().metadata().name());
            assertEquals("c", call.get(call.size() - 1).object().metadata().name());
        }
    }

    @Test
    void deletedObjectIsShownInItsLastState() {
        write(Widget.put(Widget.of("a", 7)));
        Recorder<Widget> recorder = watch(WatchFrom.now());
        write(Widget.delete("a"));
        recorder.await(1);
        assertEquals(7, recorder.events().get(0).object().size());
        assertEquals(2, recorder.events().get(0).object().metadata().resourceVersion());
    }

    @Test
    void objectsEnterAndLeaveTheSelection() {
        Recorder<Widget> recorder = watch(WatchFrom.revision(0), Selection.all().labels("app=web"));
        write(Widget.put(Widget.of("a", 1)));
        write(Widget.put(Widget.of("a", 2).labelled("app", "web")));
        write(Widget.put(Widget.of("a", 3).labelled("app", "web")));
        write(Widget.put(Widget.of("a", 4).labelled("app", "db")));
        write(Widget.delete("a"));
        write(Widget.put(Widget.of("z", 1).labelled("app", "web")));
        assertEquals(List.of("ADDED a 2", "MODIFIED a 3", "DELETED a 4", "ADDED z 6"), recorder.await(4));
        assertEquals(3, recorder.events().get(2).object().size(), "the last state that was selected");
    }

    @Test
    void narrowWatchesSeeWhatTheySelect() {
        Recorder<Widget> byNamespace = watch(WatchFrom.now(), Selection.inNamespace("n2"));
        Recorder<Widget> byName =
                watch(WatchFrom.now(), Selection.inNamespace("n1").field("metadata.name", "b"));
        Recorder<Widget> byField = watch(WatchFrom.now(), Selection.all().field("place", "x"));
        write(Widget.put(Widget.of("n1", "a", 1, "x")));
        write(Widget.put(Widget.of("n1", "b", 1, "y")));
        write(Widget.put(Widget.of("n2", "b", 1, "x")));
        write(Widget.put(Widget.of("n1", "a", 2, "y")));
        write(Widget.put(Widget.of("n1", "b", 2, "x")));
        assertEquals(List.of("ADDED b 3"), byNamespace.await(1));
        assertEquals(List.of("ADDED b 2", "MODIFIED b 5"), byName.await(2));
        assertEquals(List.of("ADDED a 1", "ADDED b 3", "DELETED a 4", "ADDED b 5"), byField.await(4));
    }

    @Test
    void quietWatchIsNotBehindAfterCompaction() {
        Recorder<Widget> recorder = watch(WatchFrom.now(), Selection.all().field("place", "here"));
        rest();
        for (int i = 0; i < 20; i++) {
            write(Gadget.put("g", i));
        }
        store.compact(20);
        write(Widget.put(Widget.of("default", "a", 1, "here")));
        assertEquals(List.of("ADDED a 21"), recorder.await(1));
        assertNull(recorder.end());
    }

    /** Gives a watch that has just been started the time to become idle. */
    private void rest() {
        CompletableFuture<Void> later = new CompletableFuture<>();
        environment.schedule(Duration.ofMillis(50), environment.serial("rest"), () -> later.complete(null));
        environment.await(later, LIMIT);
    }

    @Test
    void watchFromCompactedRevisionIsExpired() {
        history();
        store.compact(4);
        commit(List.of());
        assertEquals(new WatchEnd.Expired(4), watch(WatchFrom.revision(3)).awaitEnd());
        assertEquals(
                List.of("DELETED b 5", "ADDED b 6"),
                watch(WatchFrom.revision(4)).await(2));
    }

    @Test
    void watchFromTheFutureFails() {
        assertInstanceOf(WatchEnd.Failed.class, watch(WatchFrom.revision(1)).awaitEnd());
    }

    @Test
    void slowSubscriberIsToldThatItIsBehind() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        CompletableFuture<Void> entered = new CompletableFuture<>();
        store.watch(
                Widget.KIND, WatchFrom.now(), Selection.all(), environment.workers("slow", 1), new WatchListener<>() {
                    @Override
                    public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                        entered.complete(null);
                        environment.await(gate, LIMIT);
                    }

                    @Override
                    public void onEnd(WatchEnd cause) {
                        ended.complete(cause);
                    }
                });
        write(Widget.put(Widget.of("a", 1)));
        environment.await(entered, LIMIT);
        Recorder<Widget> other = watch(WatchFrom.now());
        for (int i = 2; i <= 10; i++) {
            write(Widget.put(Widget.of("a", i)));
        }
        other.await(9);
        store.compact(10);
        commit(List.of());
        gate.complete(null);
        assertEquals(new WatchEnd.Expired(10), environment.await(ended, LIMIT));
    }

    @Test
    void bookmarkIsNotBelowTheNewestRevisionAtTheRequest() {
        Recorder<Widget> recorder = new Recorder<>(environment);
        Watch watch = store.watch(
                Widget.KIND,
                WatchFrom.now(),
                Selection.all().field("place", "nowhere"),
                environment.workers("watch", 1),
                recorder);
        for (int i = 1; i <= 20; i++) {
            write(Widget.put(Widget.of("a", i)));
            int marks = i;
            watch.requestBookmark();
            recorder.await(all -> all.bookmarks().size() >= marks);
            assertTrue(recorder.bookmarks().get(i - 1) >= i);
        }
    }

    @Test
    void bookmarkComesAfterTheEventsUpToIt() {
        Recorder<Widget> recorder = new Recorder<>(environment);
        Watch watch = store.watch(
                Widget.KIND, WatchFrom.revision(0), Selection.all(), environment.workers("watch", 1), recorder);
        history();
        watch.requestBookmark();
        recorder.await(all -> !all.bookmarks().isEmpty());
        assertEquals(HISTORY, recorder.texts());
    }

    @Test
    void closedWatchEndsAndHearsNothingMore() {
        Recorder<Widget> recorder = new Recorder<>(environment);
        Watch watch =
                store.watch(Widget.KIND, WatchFrom.now(), Selection.all(), environment.workers("watch", 1), recorder);
        watch.close();
        watch.close();
        assertEquals(new WatchEnd.Closed(), recorder.awaitEnd());
        Recorder<Widget> other = watch(WatchFrom.now());
        write(Widget.put(Widget.of("a", 1)));
        other.await(1);
        assertEquals(List.of(), recorder.texts());
    }

    @Test
    void watchMayBeClosedFromItsListener() {
        AtomicReference<Watch> self = new AtomicReference<>();
        List<String> calls = new ArrayList<>();
        CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        CompletableFuture<Void> started = new CompletableFuture<>();
        self.set(store.watch(
                Widget.KIND, WatchFrom.now(), Selection.all(), environment.workers("watch", 1), new WatchListener<>() {
                    @Override
                    public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                        environment.await(started, LIMIT);
                        calls.add("events");
                        self.get().close();
                    }

                    @Override
                    public void onEnd(WatchEnd cause) {
                        ended.complete(cause);
                    }
                }));
        started.complete(null);
        write(Widget.put(Widget.of("a", 1)));
        assertEquals(new WatchEnd.Closed(), environment.await(ended, LIMIT));
        write(Widget.put(Widget.of("a", 2)));
        assertEquals(List.of("events"), calls);
    }

    @Test
    void listenerThatThrowsEndsItsWatchAndNoOther() {
        RuntimeException fault = new IllegalStateException("no");
        CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        store.watch(
                Widget.KIND, WatchFrom.now(), Selection.all(), environment.workers("watch", 1), new WatchListener<>() {
                    @Override
                    public void onEvents(List<WatchEvent<Widget>> wholeCommits) {
                        throw fault;
                    }

                    @Override
                    public void onEnd(WatchEnd cause) {
                        ended.complete(cause);
                        throw new IllegalStateException("again");
                    }
                });
        Recorder<Widget> other = watch(WatchFrom.now());
        write(Widget.put(Widget.of("a", 1)));
        assertSame(
                fault,
                assertInstanceOf(WatchEnd.Failed.class, environment.await(ended, LIMIT))
                        .cause());
        write(Widget.put(Widget.of("a", 2)));
        assertEquals(List.of("ADDED a 1", "MODIFIED a 2"), other.await(2));
    }

    @Test
    void executorThatRefusesEndsTheWatch() {
        CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        store.watch(
                Widget.KIND,
                WatchFrom.now(),
                Selection.all(),
                step -> {
                    throw new IllegalStateException("full");
                },
                new WatchListener<Widget>() {
                    @Override
                    public void onEvents(List<WatchEvent<Widget>> wholeCommits) {}

                    @Override
                    public void onEnd(WatchEnd cause) {
                        ended.complete(cause);
                    }
                });
        assertInstanceOf(WatchEnd.Failed.class, environment.await(ended, LIMIT));
        assertEquals(1, write(Widget.put(Widget.of("a", 1))));
    }

    @Test
    void closingTheStoreEndsItsWatches() {
        Recorder<Widget> idle = watch(WatchFrom.now());
        store.close();
        assertInstanceOf(
                ServiceUnavailableException.class,
                assertInstanceOf(WatchEnd.Failed.class, idle.awaitEnd()).cause());
        assertInstanceOf(WatchEnd.Failed.class, watch(WatchFrom.now()).awaitEnd());
    }
}
