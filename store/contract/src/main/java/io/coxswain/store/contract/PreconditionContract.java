package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every kind of precondition, where it holds and where it doesn't. */
abstract class PreconditionContract extends TransactionContract {
    private static final ResourceKey A = Widget.key("a");
    private static final ResourceKey LEADER = ResourceKey.of("kube-system", "leader");

    private void assertHolds(Precondition condition) {
        long before = store().revision();
        applied(commit(List.of(condition), Gadget.put("probe", (int) before + 1)));
        assertEquals(before + 1, store().revision());
    }

    private void assertRefused(Precondition condition) {
        long before = store().revision();
        assertEquals(new StoreOutcome.Refused(condition), commit(List.of(condition), Gadget.put("probe", -1)));
        assertEquals(before, store().revision(), "a refused transaction uses no revision");
    }

    @Test
    void absentHoldsWhereThereIsNoObject() {
        assertHolds(new Precondition.Absent(Widget.KIND, A));
        write(Widget.put("a", 1));
        assertRefused(new Precondition.Absent(Widget.KIND, A));
        assertHolds(new Precondition.Absent(Widget.KIND, Widget.key("b")));
        assertHolds(new Precondition.Absent(Widget.KIND, ResourceKey.of("elsewhere", "a")));
        write(Widget.delete("a"));
        assertHolds(new Precondition.Absent(Widget.KIND, A));
    }

    @Test
    void presentHoldsWhereThereIsAnObject() {
        assertRefused(new Precondition.Present(Widget.KIND, A));
        write(Widget.put("a", 1));
        assertHolds(new Precondition.Present(Widget.KIND, A));
        write(Widget.delete("a"));
        assertRefused(new Precondition.Present(Widget.KIND, A));
    }

    @Test
    void revisionEqualsIsThatOfTheObjectsLastChange() {
        assertHolds(new Precondition.RevisionEquals(Widget.KIND, A, 0));
        long first = write(Widget.put("a", 1));
        assertHolds(new Precondition.RevisionEquals(Widget.KIND, A, first));
        assertRefused(new Precondition.RevisionEquals(Widget.KIND, A, 0));
        assertRefused(new Precondition.RevisionEquals(Widget.KIND, A, store().revision()));
        long second = write(Widget.put("a", 2));
        assertRefused(new Precondition.RevisionEquals(Widget.KIND, A, first));
        assertHolds(new Precondition.RevisionEquals(Widget.KIND, A, second));
        long deleted = write(Widget.delete("a"));
        assertRefused(new Precondition.RevisionEquals(Widget.KIND, A, second));
        assertRefused(new Precondition.RevisionEquals(Widget.KIND, A, deleted));
        assertHolds(new Precondition.RevisionEquals(Widget.KIND, A, 0));
    }

    @Test
    void uidEqualsTellsAnObjectFromItsSuccessor() {
        assertRefused(new Precondition.UidEquals(Widget.KIND, A, "uid-a"));
        write(Widget.put("a", 1));
        assertHolds(new Precondition.UidEquals(Widget.KIND, A, "uid-a"));
        assertRefused(new Precondition.UidEquals(Widget.KIND, A, "another"));
        write(Widget.delete("a"));
        assertRefused(new Precondition.UidEquals(Widget.KIND, A, "uid-a"));
        write(Widget.put(Widget.of("a", 1).withUid("another")));
        Precondition stale = new Precondition.UidEquals(Widget.KIND, A, "uid-a");
        assertEquals(new StoreOutcome.Refused(stale), commit(List.of(stale), Widget.delete("a")));
        assertEquals(1, size("a"), "the object that was created again is still there");
    }

    @Test
    void leaseIsHeldByItsHolderSinceItsTransitionOnly() {
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, LEADER, "u1", "me", 3));
        write(lease("u1", "me", 3));
        assertHolds(new Precondition.LeaseHeld(Lease.KIND, LEADER, "u1", "me", 3));
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, LEADER, "u2", "me", 3));
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, LEADER, "u1", "you", 3));
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, LEADER, "u1", "me", 2));
    }

    @Test
    void deposedLeadersWriteIsRefused() {
        write(lease("u1", "me", 3));
        Precondition mine = new Precondition.LeaseHeld(Lease.KIND, LEADER, "u1", "me", 3);
        applied(commit(List.of(mine), Widget.put("a", 1)));
        write(lease("u1", "you", 4));
        assertEquals(new StoreOutcome.Refused(mine), commit(List.of(mine), Widget.put("a", 2)));
        write(lease("u1", "me", 5));
        assertEquals(new StoreOutcome.Refused(mine), commit(List.of(mine), Widget.put("a", 2)), "a term of before");
        write(new Write.Delete<>(Lease.KIND, LEADER));
        assertEquals(new StoreOutcome.Refused(mine), commit(List.of(mine), Widget.put("a", 2)));
        assertEquals(1, size("a"));
    }

    private static Write lease(String uid, String holder, int transitions) {
        LeaseSpec spec = LeaseSpec.EMPTY.withHolderIdentity(holder).withLeaseTransitions(transitions);
        ObjectMeta metadata =
                ObjectMeta.named(LEADER.namespace(), LEADER.name()).withUid(uid);
        return new Write.Put<>(Lease.KIND, StoredObject.of(new Lease(metadata, spec)));
    }

    private Precondition unchanged(Selection selection) {
        return new Precondition.Unchanged(Widget.KIND, selection, "", store().revision());
    }

    @Test
    void unchangedHoldsUntilASelectedObjectComesChangesOrGoes() {
        write(Widget.put(Widget.of("a", 1).labelled("app", "web")));
        Selection web = Selection.inNamespace("default").labels("app=web");
        Precondition before = unchanged(web);
        write(Widget.put(Widget.of("b", 1).labelled("app", "cache")));
        write(Widget.put(Widget.of("elsewhere", "c", 1, "").labelled("app", "web")));
        assertHolds(before);

        write(Widget.put(Widget.of("d", 1).labelled("app", "web")));
        assertRefused(before);
        Precondition withTwo = unchanged(web);
        write(Widget.put(Widget.of("d", 2).labelled("app", "web")));
        assertRefused(withTwo);
        Precondition changed = unchanged(web);
        write(Widget.delete("a"));
        assertRefused(changed);
        assertHolds(unchanged(web));
    }

    @Test
    void unchangedIsRefusedWhereAnObjectEntersOrLeavesTheSelection() {
        write(Widget.put(Widget.of("default", "a", 1, "here")));
        Selection here = Selection.all().field("place", "here");
        Precondition full = unchanged(here);
        write(Widget.put(Widget.of("default", "a", 1, "there")));
        assertRefused(full);
        Precondition empty = unchanged(here);
        write(Widget.put(Widget.of("default", "a", 2, "there")));
        assertHolds(empty);
        write(Widget.put(Widget.of("default", "a", 2, "here")));
        assertRefused(empty);
    }

    @Test
    void unchangedOfAnOwnerLooksAtItsDependentsOnly() {
        Precondition mine = new Precondition.Unchanged(Widget.KIND, Selection.all(), "mine", store().revision());
        write(Widget.put(owned("a", "other")));
        assertHolds(mine);
        write(Widget.put(owned("b", "mine")));
        assertRefused(mine);
    }

    private static Widget owned(String name, String owner) {
        Widget widget = Widget.of(name, 1);
        OwnerReference reference = new OwnerReference("contract.coxswain.io/v1", "Widget", "owner", true, true, owner);
        return new Widget(widget.metadata().withOwner(reference), widget.size(), widget.place());
    }

    @Test
    void unchangedSinceACompactedRevisionIsRefused() {
        write(Widget.put("a", 1));
        Precondition old = unchanged(Selection.all());
        write(Gadget.put("probe", 1));
        write(Gadget.put("probe", 2));
        store().compact(store().revision());
        assertRefused(old);
    }

    @Test
    void allPreconditionsMustHoldAndTheFirstThatFailsIsNamed() {
        write(Widget.put("a", 1));
        Precondition holds = new Precondition.Present(Widget.KIND, A);
        Precondition fails = new Precondition.Present(Widget.KIND, Widget.key("b"));
        Precondition failsToo = new Precondition.Absent(Widget.KIND, A);
        assertEquals(new StoreOutcome.Refused(fails), commit(List.of(holds, fails, failsToo), Widget.put("a", 2)));
        assertEquals(new StoreOutcome.Refused(failsToo), commit(List.of(failsToo, fails), Widget.put("a", 2)));
        assertEquals(new StoreOutcome.Refused(fails), commit(List.of(holds, fails)), "also without writes");
        applied(commit(List.of(holds, holds), Widget.put("a", 2)));
        assertEquals(2, size("a"));
    }

    @Test
    void preconditionIsCheckedBeforeTheTransactionsOwnWrites() {
        Precondition absent = new Precondition.Absent(Widget.KIND, A);
        applied(commit(List.of(absent), Widget.put("a", 1)));
        Precondition present = new Precondition.Present(Widget.KIND, A);
        applied(commit(List.of(present), Widget.delete("a")));
        assertEquals(-1, size("a"));
    }

    @Test
    void ofManyWhoCompareAndSetOneWins() {
        write(Widget.put("a", 0));
        Executor workers = env().workers("rivals", 8);
        for (int round = 1; round <= 50; round++) {
            long revision = store().revision();
            AtomicInteger winners = new AtomicInteger();
            List<CompletionStage<Void>> all = new ArrayList<>();
            for (int rival = 0; rival < 8; rival++) {
                int size = 8 * round + rival;
                all.add(CompletableFuture.runAsync(
                        () -> {
                            Precondition read = new Precondition.RevisionEquals(Widget.KIND, A, revision);
                            if (commit(List.of(read), Widget.put("a", size)) instanceof StoreOutcome.Applied) {
                                winners.incrementAndGet();
                            }
                        },
                        workers));
            }
            all.forEach(each -> env().await(each, LIMIT));
            assertEquals(1, winners.get(), "round " + round);
        }
        assertEquals(51, store().revision());
    }
}
