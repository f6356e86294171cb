package io.coxswain.store.history;

import static io.coxswain.store.history.Histories.added;
import static io.coxswain.store.history.Histories.applied;
import static io.coxswain.store.history.Histories.delete;
import static io.coxswain.store.history.Histories.deleted;
import static io.coxswain.store.history.Histories.modified;
import static io.coxswain.store.history.Histories.put;
import static io.coxswain.store.history.Histories.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.WatchEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One wrong watch for each anomaly, and right ones. */
class WatchCheckTest {
    private final Histories made = new Histories();

    /** a is put, b and c are put, a is changed, b is deleted. */
    @BeforeEach
    void write() {
        made.put(1, "a", 1)
                .commit(applied(2, version("b", 1, 2), version("c", 1, 2)), List.of(), put("b", 1), put("c", 1))
                .put(3, "a", 2)
                .commit(applied(4, version("b", 1, 4)), List.of(), delete("b"));
    }

    private void assertPassed() {
        assertEquals(new Verdict.Passed(), WatchCheck.check(made.history()));
    }

    private void assertRejected(String text) {
        Verdict.Violated violated = assertInstanceOf(Verdict.Violated.class, WatchCheck.check(made.history()));
        assertTrue(
                violated.anomalies().stream().anyMatch(anomaly -> anomaly.contains(text)),
                () -> violated.anomalies().toString());
    }

    @Test
    void rightWatchPasses() {
        made.watch(
                0,
                made.events(added("a", 1, 1)),
                made.events(added("b", 1, 2), added("c", 1, 2), modified("a", 2, 3)),
                made.bookmark(3),
                made.events(deleted("b", 1, 4)),
                new WatchLog.BookmarkAsked(made.tick()),
                made.bookmark(4),
                new WatchLog.End(made.tick(), "Closed"));
        assertPassed();
    }

    @Test
    void watchFromTheMiddlePasses() {
        made.watch(2, made.events(modified("a", 2, 3), deleted("b", 1, 4)));
        assertPassed();
    }

    @Test
    void watchOfSelectionPasses() {
        made.watchSelected(
                List.of("a1", "b1"),
                made.events(added("a", 1, 1), added("b", 1, 2)),
                made.events(deleted("a", 1, 3), deleted("b", 1, 4)));
        assertPassed();
    }

    @Test
    void lostEventIsRejected() {
        made.watch(0, made.events(added("a", 1, 1)), made.events(modified("a", 2, 3)));
        assertRejected("before [ADDED");
    }

    @Test
    void firstEventThatIsLostIsRejected() {
        made.watch(0, made.events(added("b", 1, 2), added("c", 1, 2)));
        assertRejected("before [ADDED");
    }

    @Test
    void eventThatComesTwiceIsRejected() {
        made.watch(0, made.events(added("a", 1, 1)), made.events(added("a", 1, 1)));
        assertRejected("though everything up to revision 1 has been delivered");
    }

    @Test
    void eventThatComesTwiceInOneCallIsRejected() {
        made.watch(0, made.events(added("a", 1, 1), added("a", 1, 1)));
        assertRejected("right is");
    }

    @Test
    void eventsInTheWrongOrderAreRejected() {
        made.watch(2, made.events(deleted("b", 1, 4), modified("a", 2, 3)));
        assertRejected("after revision 4 in one call");
    }

    @Test
    void transactionInTwoCallsIsRejected() {
        made.watch(1, made.events(added("b", 1, 2)), made.events(added("c", 1, 2)));
        assertRejected("came without");
        assertRejected("though everything up to revision 2");
    }

    @Test
    void wrongTypeIsRejected() {
        made.watch(2, made.events(added("a", 2, 3)));
        assertRejected("right is [MODIFIED");
    }

    @Test
    void wrongContentIsRejected() {
        made.watch(2, made.events(modified("a", 1, 3)));
        assertRejected("right is [MODIFIED");
    }

    @Test
    void deletionAtTheRevisionBeforeIsRejected() {
        made.watch(3, made.events(new WatchLog.Seen(WatchEvent.Type.DELETED, version("b", 1, 2), 4)));
        assertRejected("right is [DELETED");
    }

    @Test
    void leavingThatIsMissedIsRejected() {
        made.watchSelected(
                List.of("a1", "b1"), made.events(added("a", 1, 1), added("b", 1, 2)), made.events(deleted("b", 1, 4)));
        assertRejected("before [DELETED");
    }

    @Test
    void whoLeavesInTheNewStateIsRejected() {
        made.watchSelected(List.of("a1"), made.events(added("a", 1, 1)), made.events(deleted("a", 2, 3)));
        assertRejected("right is [DELETED");
    }

    @Test
    void eventOfNothingIsRejected() {
        made.watch(4, made.events(modified("a", 3, 5)));
        assertRejected("right is []");
    }

    @Test
    void callWithoutEventsIsRejected() {
        made.watch(0, made.events());
        assertRejected("without events");
    }

    @Test
    void bookmarkBeforeItsEventsIsRejected() {
        made.watch(0, made.bookmark(2));
        assertRejected("bookmark 2 before");
    }

    @Test
    void bookmarkOfTheFutureIsRejected() {
        made.watch(4, made.bookmark(5));
        assertRejected("though nothing beyond 4 was begun");
    }

    @Test
    void bookmarkThatGoesBackIsRejected() {
        made.watch(3, made.events(deleted("b", 1, 4)), made.bookmark(3));
        assertRejected("bookmark 3 after revision 4");
    }

    @Test
    void bookmarkThatNeverComesIsRejected() {
        made.watch(4, new WatchLog.BookmarkAsked(made.tick()));
        assertRejected("none at or above revision 4 came");
    }

    @Test
    void bookmarkBelowTheRequestIsRejected() {
        made.watch(0, new WatchLog.BookmarkAsked(made.tick()), made.events(added("a", 1, 1)), made.bookmark(1));
        assertRejected("none at or above revision 4 came");
    }

    @Test
    void callAfterTheEndIsRejected() {
        made.watch(4, new WatchLog.End(made.tick(), "Closed"), made.bookmark(4));
        assertRejected("after the end");
    }

    @Test
    void overlappingCallsAreRejected() {
        made.watch(4, new WatchLog.Overlap(made.tick()));
        assertRejected("while another was under way");
    }

    @Test
    void watchFromNowMayBeginWhereItWasAskedFor() {
        History history = made.history();
        WatchLog late = new WatchLog(
                "w",
                "Widget",
                null,
                WatchLog.NOW,
                3,
                100,
                List.of(new WatchLog.Events(101, List.of(deleted("b", 1, 4)))));
        assertEquals(new Verdict.Passed(), WatchCheck.check(new History(history.calls(), List.of(late))));
        WatchLog early = new WatchLog(
                "w",
                "Widget",
                null,
                WatchLog.NOW,
                0,
                1,
                List.of(new WatchLog.Events(101, List.of(deleted("b", 1, 4)))));
        assertInstanceOf(Verdict.Violated.class, WatchCheck.check(new History(history.calls(), List.of(early))));
    }
}
