package io.coxswain.store.history;

import static io.coxswain.store.history.Histories.applied;
import static io.coxswain.store.history.Histories.condition;
import static io.coxswain.store.history.Histories.delete;
import static io.coxswain.store.history.Histories.put;
import static io.coxswain.store.history.Histories.unchanged;
import static io.coxswain.store.history.Histories.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.coxswain.store.history.Call.Asked;
import io.coxswain.store.history.Condition.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One wrong history for each anomaly, right ones, and ones that are too large. */
class LinearizabilityCheckTest {
    private final Histories made = new Histories();

    private void assertPassed() {
        assertEquals(new Verdict.Passed(), LinearizabilityCheck.check(made.history()));
    }

    private void assertRejected() {
        assertInstanceOf(Verdict.Violated.class, LinearizabilityCheck.check(made.history()));
    }

    @Test
    void rightHistoryPasses() {
        made.put(1, "a", 1)
                .get("a", version("a", 1, 1))
                .commit(applied(2, version("a", 2, 2)), List.of(condition(Type.REVISION, "a", "1")), put("a", 2))
                .commit(new CommitResult.Refused(0), List.of(condition(Type.REVISION, "a", "1")), put("a", 3))
                .commit(unchanged(2, version("a", 2, 2)), List.of(), put("a", 2))
                .list(Asked.SNAPSHOT, 2, version("a", 2, 2))
                .commit(applied(3, version("a", 2, 3)), List.of(), delete("a"))
                .get("a", null);
        assertPassed();
    }

    @Test
    void orderOfOverlappingCallsIsFound() {
        made.commit(1, 20, applied(3, version("a", 1, 3)), List.of(), put("a", 1))
                .commit(2, 19, applied(1, version("a", 2, 1)), List.of(), put("a", 2))
                .commit(3, 18, applied(2, version("a", 3, 2)), List.of(), put("a", 3))
                .get(4, 5, "a", version("a", 3, 2))
                .get(6, 7, "a", version("a", 1, 3))
                .get(8, 9, "a", version("a", 2, 1));
        assertPassed();
    }

    @Test
    void revisionsAreNotTakenAsOrder() {
        made.put(5, "a", 1).put(3, "a", 2).get("a", version("a", 2, 3));
        assertPassed();
        assertInstanceOf(Verdict.Violated.class, WitnessCheck.check(made.history()));
    }

    @Test
    void staleReadIsRejected() {
        made.put(1, "a", 1).put(2, "a", 2).get("a", version("a", 1, 1));
        assertRejected();
    }

    @Test
    void readThatGoesBackIsRejected() {
        made.put(1, "a", 1)
                .commit(10, 30, applied(2, version("a", 2, 2)), List.of(), put("a", 2))
                .get(11, 12, "a", version("a", 2, 2))
                .get(13, 14, "a", version("a", 1, 1));
        assertRejected();
    }

    @Test
    void readFromNowhereIsRejected() {
        made.put(1, "a", 1).get("a", version("a", 9, 1));
        assertRejected();
    }

    @Test
    void lostUpdateIsRejected() {
        made.put(1, "a", 1)
                .commit(
                        10,
                        20,
                        applied(2, version("a", 2, 2)),
                        List.of(condition(Type.REVISION, "a", "1")),
                        put("a", 2))
                .commit(
                        11,
                        21,
                        applied(3, version("a", 3, 3)),
                        List.of(condition(Type.REVISION, "a", "1")),
                        put("a", 3));
        assertRejected();
    }

    @Test
    void lostWriteIsRejected() {
        made.put(1, "a", 1).get("a", null);
        assertRejected();
    }

    @Test
    void deletedObjectThatIsReadIsRejected() {
        made.put(1, "a", 1)
                .commit(applied(2, version("a", 1, 2)), List.of(), delete("a"))
                .get("a", version("a", 1, 1));
        assertRejected();
    }

    @Test
    void groundlessRefusalIsRejected() {
        made.put(1, "a", 1).commit(new CommitResult.Refused(0), List.of(condition(Type.PRESENT, "a", "")), put("a", 2));
        assertRejected();
    }

    @Test
    void twoCreatesThatBothSucceedAreRejected() {
        made.commit(1, 10, applied(1, version("a", 1, 1)), List.of(condition(Type.ABSENT, "a", "")), put("a", 1))
                .commit(2, 11, applied(2, version("a", 2, 2)), List.of(condition(Type.ABSENT, "a", "")), put("a", 2));
        assertRejected();
    }

    @Test
    void staleListIsRejected() {
        made.put(1, "a", 1).put(2, "a", 2).list(Asked.SNAPSHOT, 1, version("a", 1, 1));
        assertRejected();
    }

    @Test
    void changeThatIsCalledNoneIsRejected() {
        made.put(1, "a", 1).commit(unchanged(1, version("a", 1, 1)), List.of(), put("a", 2));
        assertRejected();
    }

    @Test
    void unknownOutcomeMayHaveHappenedOrNot() {
        made.put(1, "a", 1)
                .commit(10, Call.NEVER, new CommitResult.Unknown("time-out"), List.of(), put("a", 2))
                .get(20, 21, "a", version("a", 1, 1))
                .get(22, 23, "a", version("a", 2, 2))
                .get(24, 25, "a", version("a", 2, 2));
        assertPassed();
        made.get(26, 27, "a", version("a", 1, 1));
        assertRejected();
    }

    @Test
    void writeThatFailedDidNotHappen() {
        made.put(1, "a", 1)
                .commit(new CommitResult.NothingWritten("closed"), List.of(), put("a", 2))
                .get("a", version("a", 2, 2));
        assertRejected();
    }

    @Test
    void tooManyCallsAreNoVerdict() {
        for (int i = 1; i <= LinearizabilityCheck.MOST_CALLS + 1; i++) {
            made.put(i, "a", i);
        }
        assertInstanceOf(Verdict.Inconclusive.class, LinearizabilityCheck.check(made.history()));
    }

    @Test
    void tooManyClientsAreNoVerdict() {
        for (int i = 1; i <= 7; i++) {
            made.put(i, "a", i);
            made.get("a", version("a", i, i));
        }
        assertInstanceOf(Verdict.Inconclusive.class, LinearizabilityCheck.check(made.history()));
    }

    @Test
    void searchThatTakesTooLongIsNoVerdict() {
        for (int i = 1; i <= 7; i++) {
            made.commit(i, 100 + i, applied(i, version("a", i, i)), List.of(), put("a", i));
        }
        made.get(200, 201, "a", version("a", 99, 99));
        assertInstanceOf(Verdict.Inconclusive.class, LinearizabilityCheck.check(made.history(), 20));
    }

    @Test
    void anomalyOfOneObjectOutweighsWhatIsOpenOfAnother() {
        tooManyCallsAreNoVerdict();
        made.get("b", version("b", 1, 1));
        assertRejected();
    }
}
