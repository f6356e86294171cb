package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.error.ApiException;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Precondition;
import io.coxswain.selector.Selection;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events: ordered, unique, without gaps, whole transactions at a time, from every revision; bookmarks. */
abstract class WatchContract extends CompactionContract {

    @Test
    void eventsComeInOrderWithTheRevisionOfTheCommit() {
        EventRecorder<Widget> recorder = watch(WatchFrom.revision(0));
        writeHistory();
        assertEquals(sorted(HISTORY), sorted(recorder.await(HISTORY.size())));
    }

    /** The contract says nothing of the order of a transaction's events. */
    private static List<String> sorted(List<String> events) {
        return List.copyOf(new TreeSet<>(events));
    }

    @Test
    void eventsOfThePastAreThoseOfThePresent() {
        writeHistory();
        assertEquals(sorted(HISTORY), sorted(watch(WatchFrom.revision(0)).await(HISTORY.size())));
    }

    @Test
    void everyRetainedRevisionCanBeResumedFrom() {
        writeHistory();
        for (long from = 0; from <= 6; from++) {
            long after = from;
            List<String> expected = HISTORY.stream()
                    .filter(text -> Long.parseLong(text.substring(text.lastIndexOf(' ') + 1)) > after)
                    .toList();
            EventRecorder<Widget> recorder = new EventRecorder<>(env());
            watch(WatchFrom.revision(from), Selection.all(), recorder).requestBookmark();
            recorder.await(all -> !all.bookmarks().isEmpty());
            assertEquals(sorted(expected), sorted(recorder.texts()), "from " + from);
        }
    }

    @Test
    void listAndWatchFromItsRevisionMissNothing() {
        writeHistory();
        for (long revision = 0; revision <= 6; revision++) {
            EventRecorder<Widget> recorder = new EventRecorder<>(env());
            watch(WatchFrom.revision(revision), Selection.all(), recorder).requestBookmark();
            recorder.await(all -> !all.bookmarks().isEmpty());
            assertEquals(
                    store().snapshot().list(Widget.KIND, Selection.all()),
                    Replay.of(store().snapshot(revision).list(Widget.KIND, Selection.all()), recorder.events()));
        }
    }

    @Test
    void watchFromNowSeesWhatIsWrittenAfterTheCall() {
        writeHistory();
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        write(Widget.put("d", 1));
        assertEquals(List.of("ADDED d 7"), recorder.await(1));
    }

    @Test
    void idleWatchIsWokenAgainAndAgain() {
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        for (int i = 1; i <= 50; i++) {
            write(Widget.put("a", i));
            recorder.await(i);
        }
        assertEquals(50, recorder.events().size());
    }

    @Test
    void manyEventsComeWithoutGapsAndRepetitions() {
        EventRecorder<Widget> recorder = watch(WatchFrom.revision(0));
        for (int i = 1; i <= 3_000; i++) {
            write(Widget.put("a", i));
        }
        recorder.await(3_000);
        List<Integer> sizes =
                recorder.events().stream().map(event -> event.object().size()).toList();
        assertEquals(IntStream.rangeClosed(1, 3_000).boxed().toList(), sizes);
    }

    @Test
    void eventsAreOfOneKind() {
        EventRecorder<Gadget> gadgets = new EventRecorder<>(env());
        store().watch(Gadget.KIND, WatchFrom.revision(0), Selection.all(), env().workers("watch", 1), gadgets);
        EventRecorder<Widget> widgets = watch(WatchFrom.revision(0));
        write(Gadget.put("g", 1), Widget.put("a", 1));
        write(Gadget.put("g", 2));
        write(Widget.put("a", 2));
        write(Gadget.delete("g"));
        write(Widget.put("a", 3));
        assertEquals(List.of("ADDED a 1", "MODIFIED a 3", "MODIFIED a 5"), widgets.await(3));
        assertEquals(List.of("ADDED g 1", "MODIFIED g 2", "DELETED g 4"), gadgets.await(3));
    }

    @Test
    void transactionArrivesInOneCall() {
        EventRecorder<Widget> live = watch(WatchFrom.now());
        for (int i = 0; i < 200; i++) {
            write(Widget.put("a", i), Widget.put("b", i), Widget.put("c", i));
        }
        live.await(600);
        assertWholeTransactions(live, 3);
        EventRecorder<Widget> past = watch(WatchFrom.revision(0));
        past.await(600);
        assertWholeTransactions(past, 3);
    }

    private static void assertWholeTransactions(EventRecorder<Widget> recorder, int size) {
        for (List<WatchEvent<Widget>> call : recorder.calls()) {
            for (WatchEvent<Widget> event : call) {
                long together = call.stream()
                        .filter(other -> other.revision() == event.revision())
                        .count();
                assertEquals(size, together, "events of revision " + event.revision() + " in one call");
            }
        }
    }

    @Test
    void largeTransactionArrivesInOneCall() {
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> writes.add(Widget.put("w" + i, i)));
        write(Widget.put("before", 1));
        write(writes.toArray(Write[]::new));
        write(Widget.put("after", 1));
        recorder.await(1_002);
        assertTrue(recorder.calls().stream()
                .anyMatch(call ->
                        call.stream().filter(event -> event.revision() == 2).count() == 1_000));
    }

    @Test
    void eventShowsTheStoredObject() {
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        write(Widget.put(Widget.of("a", 7).labelled("app", "web")));
        recorder.await(1);
        Widget stored = store().snapshot().find(Widget.KIND, Widget.key("a"));
        assertSame(stored, recorder.events().get(0).object());
    }

    @Test
    void deletedObjectIsShownInItsLastStateAtTheDeletionsRevision() {
        write(Widget.put("a", 6));
        write(Widget.put(Widget.of("a", 7).labelled("app", "web")));
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        write(Gadget.put("g", 1));
        write(Widget.delete("a"));
        recorder.await(1);
        WatchEvent<Widget> event = recorder.events().get(0);
        assertEquals(WatchEvent.Type.DELETED, event.type());
        assertEquals(
                Widget.of("a", 7).labelled("app", "web").metadata().withResourceVersion(4),
                event.object().metadata());
        assertEquals(7, event.object().size());
        assertEquals(4, event.revision());
    }

    @Test
    void failedAndUnchangingTransactionsWakeNobody() {
        write(Widget.put("a", 1));
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        write(Widget.put("a", 1));
        write(Widget.delete("nothing"));
        commit(List.of(new Precondition.Absent(Widget.KIND, Widget.key("a"))), Widget.put("a", 2));
        write(Widget.put("a", 3));
        assertEquals(List.of("MODIFIED a 2"), recorder.await(1));
    }

    @Test
    void recreatedObjectIsDeletedAndAdded() {
        write(Widget.put("a", 1));
        EventRecorder<Widget> recorder = watch(WatchFrom.now());
        write(Widget.delete("a"));
        write(Widget.put(Widget.of("a", 1).withUid("another")));
        assertEquals(List.of("DELETED a 2", "ADDED a 3"), recorder.await(2));
        assertEquals("uid-a", recorder.events().get(0).object().metadata().uid());
        assertEquals("another", recorder.events().get(1).object().metadata().uid());
    }

    @Test
    void watchFromTheFutureFails() {
        write(Widget.put("a", 1));
        WatchEnd.Failed failed = assertInstanceOf(
                WatchEnd.Failed.class, watch(WatchFrom.revision(2)).awaitEnd());
        assertInstanceOf(BadRequestException.class, failed.cause());
    }

    @Test
    void bookmarkIsNotBelowTheNewestRevisionAtTheRequest() {
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        Watch watch = watch(WatchFrom.now(), Selection.all().field("place", "nowhere"), recorder);
        for (int i = 1; i <= 20; i++) {
            write(Widget.put("a", i));
            int marks = i;
            watch.requestBookmark();
            recorder.await(all -> all.bookmarks().size() >= marks);
            assertEquals(i, recorder.bookmarks().get(i - 1), "nothing is newer");
        }
    }

    @Test
    void bookmarkComesAfterTheEventsUpToIt() {
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        Watch watch = watch(WatchFrom.revision(0), Selection.all(), recorder);
        writeHistory();
        watch.requestBookmark();
        recorder.await(all -> !all.bookmarks().isEmpty());
        assertEquals(sorted(HISTORY), sorted(recorder.texts()));
        assertEquals(List.of(6L), recorder.bookmarks());
    }

    @Test
    void bookmarkCanBeResumedFrom() {
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        Watch watch = watch(WatchFrom.now(), Selection.all(), recorder);
        write(Widget.put("a", 1));
        write(Gadget.put("g", 1));
        watch.requestBookmark();
        recorder.await(all -> !all.bookmarks().isEmpty());
        watch.close();
        recorder.awaitEnd();
        write(Widget.put("a", 2));
        long bookmark = recorder.bookmarks().get(0);
        assertEquals(2, bookmark);
        assertEquals(
                List.of("MODIFIED a 3"), watch(WatchFrom.revision(bookmark)).await(1));
    }

    @Test
    void watchOfFieldThatCannotBeSelectedByIsRefused() {
        Selection unknown = Selection.all().field("spec.unknown", "x");
        Throwable refusal = null;
        try {
            EventRecorder<Widget> recorder = watch(WatchFrom.now(), unknown);
            refusal =
                    assertInstanceOf(WatchEnd.Failed.class, recorder.awaitEnd()).cause();
        } catch (ApiException thrown) {
            refusal = thrown;
        }
        assertInstanceOf(BadRequestException.class, Objects.requireNonNull(refusal));
    }
}
