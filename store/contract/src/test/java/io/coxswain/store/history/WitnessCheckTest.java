package io.coxswain.store.history;

import static io.coxswain.store.history.Histories.applied;
import static io.coxswain.store.history.Histories.condition;
import static io.coxswain.store.history.Histories.delete;
import static io.coxswain.store.history.Histories.put;
import static io.coxswain.store.history.Histories.unchanged;
import static io.coxswain.store.history.Histories.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.store.history.Call.Asked;
import io.coxswain.store.history.Condition.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One wrong history for each anomaly, and right ones. */
class WitnessCheckTest {
    private final Histories made = new Histories();

    private void assertPassed() {
        assertEquals(new Verdict.Passed(), WitnessCheck.check(made.history()));
    }

    private void assertRejected(String text) {
        Verdict.Violated violated = assertInstanceOf(Verdict.Violated.class, WitnessCheck.check(made.history()));
        assertTrue(
                violated.anomalies().stream().anyMatch(anomaly -> anomaly.contains(text)),
                () -> violated.anomalies().toString());
    }

    private Histories twoWidgets() {
        return made.put(1, "a", 1).put(2, "b", 1);
    }

    @Test
    void emptyHistoryPasses() {
        assertPassed();
    }

    @Test
    void rightHistoryPasses() {
        twoWidgets()
                .get("a", version("a", 1, 1))
                .commit(unchanged(2, version("a", 1, 1)), List.of(), put("a", 1))
                .commit(new CommitResult.Refused(0), List.of(condition(Type.ABSENT, "a", "")), put("a", 9))
                .commit(
                        applied(3, version("a", 2, 3), version("b", 1, 3)),
                        List.of(condition(Type.REVISION, "a", "1"), condition(Type.UID, "b", "uid-b")),
                        put("a", 2),
                        delete("b"))
                .get("b", null)
                .list(Asked.SNAPSHOT, 3, version("a", 2, 3))
                .list(Asked.REVISION, 2, version("a", 1, 1), version("b", 1, 2))
                .page(Asked.REVISION, 2, null, 1, Call.More.YES, version("a", 1, 1))
                .page(Asked.REVISION, 2, "a", 1, Call.More.NO, version("b", 1, 2));
        assertPassed();
    }

    @Test
    void callsThatOverlapMayHappenInEitherOrder() {
        made.commit(1, 10, applied(2, version("a", 2, 2)), List.of(), put("a", 2))
                .commit(2, 9, applied(1, version("a", 1, 1)), List.of(), put("a", 1))
                .get(3, 4, "a", null)
                .get(5, 6, "a", version("a", 1, 1));
        assertPassed();
    }

    @Test
    void skippedRevisionIsRejected() {
        made.put(1, "a", 1).put(3, "b", 1);
        assertRejected("revisions [2] were skipped");
    }

    @Test
    void revisionThatWasGivenTwiceIsRejected() {
        made.put(1, "a", 1).put(1, "b", 1);
        assertRejected("given to two transactions");
    }

    @Test
    void revisionsAgainstRealTimeAreRejected() {
        made.put(2, "a", 1).put(1, "b", 1);
        assertRejected("though revision 2 was known before");
    }

    @Test
    void revisionFromTheFutureIsRejected() {
        made.put(1, "a", 1)
                .list(Asked.SNAPSHOT, 2, version("a", 1, 1), version("b", 1, 2))
                .put(2, "b", 1);
        assertRejected("none beyond 1 was begun");
    }

    @Test
    void lostUpdateIsRejected() {
        made.put(1, "a", 1)
                .put(2, "a", 2)
                .commit(applied(3, version("a", 3, 3)), List.of(condition(Type.REVISION, "a", "1")), put("a", 3));
        assertRejected("was written though Condition[type=REVISION");
    }

    @Test
    void refusalWithoutReasonIsRejected() {
        made.put(1, "a", 1).commit(new CommitResult.Refused(0), List.of(condition(Type.PRESENT, "a", "")), put("a", 3));
        assertRejected("which is the first that fails at no revision");
    }

    @Test
    void refusalForTheWrongReasonIsRejected() {
        made.put(1, "a", 1)
                .commit(
                        new CommitResult.Refused(1),
                        List.of(condition(Type.ABSENT, "a", ""), condition(Type.PRESENT, "b", "")),
                        put("a", 3));
        assertRejected("which is the first that fails at no revision");
    }

    @Test
    void refusalForForeignReasonIsRejected() {
        made.commit(new CommitResult.Refused(-1), List.of(), put("a", 3));
        assertRejected("precondition that it doesn't have");
    }

    @Test
    void revisionForNothingIsRejected() {
        made.put(1, "a", 1).commit(applied(2, version("a", 1, 1)), List.of(), put("a", 1));
        assertRejected("change nothing");
    }

    @Test
    void changeThatIsCalledNoneIsRejected() {
        made.put(1, "a", 1).commit(unchanged(1, version("a", 1, 1)), List.of(), put("a", 2));
        assertRejected("change something");
    }

    @Test
    void wrongResultIsRejected() {
        made.commit(applied(1, version("a", 2, 1)), List.of(), put("a", 1));
        assertRejected("has the result");
    }

    @Test
    void missingResultIsRejected() {
        made.commit(applied(1), List.of(), put("a", 1));
        assertRejected("0 results");
    }

    @Test
    void staleReadIsRejected() {
        made.put(1, "a", 1).put(2, "a", 2).get("a", version("a", 1, 1));
        assertRejected("which it was at no revision from 2 to 2");
    }

    @Test
    void readThatGoesBackIsRejected() {
        made.put(1, "a", 1)
                .commit(10, 30, applied(2, version("a", 2, 2)), List.of(), put("a", 2))
                .get(11, 12, "a", version("a", 2, 2))
                .get(13, 14, "a", version("a", 1, 1));
        assertRejected("which it was at no revision from 2 to 2");
    }

    @Test
    void readOfWhatWasNeverWrittenIsRejected() {
        made.put(1, "a", 1).get("a", version("a", 7, 1));
        assertRejected("which it was at no revision");
    }

    @Test
    void staleSnapshotIsRejected() {
        twoWidgets().list(Asked.SNAPSHOT, 1, version("a", 1, 1));
        assertRejected("though revision 2 was known");
    }

    @Test
    void snapshotThatMovesIsRejected() {
        twoWidgets().list(Asked.REVISION, 1, version("a", 1, 1), version("b", 1, 2));
        assertRejected("item 1 is");
    }

    @Test
    void halfOfTransactionIsRejected() {
        made.commit(applied(1, version("a", 1, 1), version("b", 1, 1)), List.of(), put("a", 1), put("b", 1))
                .list(Asked.SNAPSHOT, 1, version("a", 1, 1));
        assertRejected("item 1 is null");
    }

    @Test
    void pageThatSkipsIsRejected() {
        twoWidgets().put(3, "c", 1).page(Asked.REVISION, 3, "a", 1, Call.More.NO, version("c", 1, 3));
        assertRejected("item 0 is");
        assertRejected("whether more follow");
    }

    @Test
    void listInTheWrongOrderIsRejected() {
        twoWidgets().list(Asked.SNAPSHOT, 2, version("b", 1, 2), version("a", 1, 1));
        assertRejected("item 0 is");
    }

    @Test
    void unknownOutcomeThatSomebodySawHappened() {
        made.put(1, "a", 1)
                .commit(10, Call.NEVER, new CommitResult.Unknown("time-out"), List.of(), put("b", 1))
                .get(20, 21, "b", version("b", 1, 2))
                .put(3, "c", 1);
        assertPassed();
    }

    @Test
    void unknownOutcomeThatNobodySawIsNoVerdict() {
        made.put(1, "a", 1)
                .commit(10, Call.NEVER, new CommitResult.Unknown("time-out"), List.of(), put("b", 1))
                .put(3, "c", 1);
        assertInstanceOf(Verdict.Inconclusive.class, WitnessCheck.check(made.history()));
    }

    @Test
    void historySurvivesItsLines() {
        rightHistoryPasses();
        made.watch(0, made.events(Histories.added("a", 1, 1)), made.bookmark(1), new WatchLog.End(90, "Closed"));
        made.watchSelected(List.of("a1"), new WatchLog.BookmarkAsked(91), new WatchLog.Overlap(92));
        made.commit(95, Call.NEVER, new CommitResult.Unknown("say \"why\"\n"), List.of(), delete("x"));
        made.commit(new CommitResult.NothingWritten("closed"), List.of(), delete("x"));
        History history = made.history();
        assertEquals(history, History.read(history.lines()));
    }

    @Test
    void lineThatIsNoneIsNamed() {
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class,
                () -> History.read(
                        List.of(new Histories().put(1, "a", 1).history().lines().get(0), "{\"call\":\"sing\"}")));
        assertTrue(wrong.getMessage().startsWith("history line 2: "), wrong.getMessage());
    }
}
