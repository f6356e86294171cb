package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Cause;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.value.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One revision for each transaction that changes something, none for others; all or nothing. */
abstract class TransactionContract extends StoreFixture {

    @Test
    void emptyStoreIsAtRevisionZero() {
        assertEquals(0, store().revision());
        assertEquals(0, store().oldestRevision());
        assertNull(store().get(Widget.KIND, Widget.key("a")));
        assertEquals(List.of(), store().snapshot().list(Widget.KIND, Selection.all()));
    }

    @Test
    void eachChangingTransactionTakesOneRevision() {
        assertEquals(1, write(Widget.put("a", 1)));
        assertEquals(2, write(Widget.put("b", 1), Widget.put("c", 1)));
        assertEquals(3, write(Widget.delete("b")));
        assertEquals(4, write(Gadget.put("g", 1), Widget.put("b", 2)));
        assertEquals(4, store().revision());
    }

    @Test
    void allObjectsOfTransactionAreAtItsRevision() {
        write(Widget.put("a", 1));
        write(Widget.put("a", 2), Widget.put("b", 2), Gadget.put("g", 2));
        assertEquals(2, revisionOf("a"));
        assertEquals(2, revisionOf("b"));
        StoredObject<Gadget> gadget = store().get(Gadget.KIND, ResourceKey.cluster("g"));
        assertEquals(2, Objects.requireNonNull(gadget).resource().metadata().resourceVersion());
    }

    private long revisionOf(String name) {
        return stored(name).resource().metadata().resourceVersion();
    }

    private StoredObject<Widget> stored(String name) {
        return Objects.requireNonNull(store().get(Widget.KIND, Widget.key(name)), name);
    }

    @Test
    void putSetsTheRevisionAndNothingElse() {
        Widget widget = Widget.of("a", 1).labelled("app", "web");
        write(Widget.put(widget));
        Widget stored = stored("a").resource();
        assertEquals(1, stored.metadata().resourceVersion());
        assertEquals(widget.metadata(), stored.metadata().withResourceVersion(0));
        assertEquals(1, stored.size());
    }

    @Test
    void putDoesNotLookAtTheResourceVersion() {
        write(Widget.put("a", 1));
        Widget stale = new Widget(Widget.of("a", 2).metadata().withResourceVersion(77), 2, "");
        assertEquals(2, write(Widget.put(stale)));
        assertEquals(2, revisionOf("a"));
        Widget same = new Widget(Widget.of("a", 2).metadata().withResourceVersion(1), 2, "");
        assertFalse(applied(commit(List.of(), Widget.put(same))).changed());
    }

    @Test
    void resultsAreInTheOrderOfTheWrites() {
        write(Widget.put("a", 1));
        StoreOutcome.Applied applied =
                applied(commit(List.of(), Widget.delete("a"), Widget.put("b", 2), Widget.delete("c")));
        assertEquals(2, applied.revision());
        assertTrue(applied.changed());
        assertEquals(3, applied.results().size());
        StoredObject<?> deleted = Objects.requireNonNull(applied.results().get(0));
        assertEquals("a", deleted.resource().metadata().name());
        assertEquals(2, deleted.resource().metadata().resourceVersion(), "its last state at the deletion's revision");
        StoredObject<?> put = Objects.requireNonNull(applied.results().get(1));
        assertEquals("b", put.resource().metadata().name());
        assertEquals(2, put.resource().metadata().resourceVersion());
        assertNull(applied.results().get(2), "there was nothing to delete");
        assertThrows(
                UnsupportedOperationException.class, () -> applied.results().remove(0));
    }

    @Test
    void resultIsWhatReadsShow() {
        StoreOutcome.Applied applied = applied(commit(List.of(), Widget.put("a", 1)));
        assertEquals(stored("a"), applied.results().get(0));
        StoreOutcome.Applied again = applied(commit(List.of(), Widget.put("a", 1)));
        assertEquals(stored("a"), again.results().get(0));
    }

    @Test
    void putThatChangesNothingUsesNoRevision() {
        write(Widget.put("a", 1));
        write(Widget.put("b", 1));
        StoreOutcome.Applied same = applied(commit(List.of(), Widget.put("a", 1)));
        assertFalse(same.changed());
        assertEquals(2, same.revision(), "the present one");
        assertEquals(
                1,
                Objects.requireNonNull(same.results().get(0))
                        .resource()
                        .metadata()
                        .resourceVersion());
        assertEquals(2, store().revision());
    }

    @Test
    void deleteOfNothingUsesNoRevision() {
        write(Widget.put("a", 1));
        StoreOutcome.Applied nothing = applied(commit(List.of(), Widget.delete("absent")));
        assertFalse(nothing.changed());
        assertEquals(1, nothing.revision());
        write(Widget.delete("a"));
        assertFalse(applied(commit(List.of(), Widget.delete("a"))).changed());
        assertEquals(2, store().revision());
    }

    @Test
    void transactionWithoutWritesUsesNoRevision() {
        write(Widget.put("a", 1));
        StoreOutcome.Applied empty = applied(commit(List.of()));
        assertFalse(empty.changed());
        assertEquals(1, empty.revision());
        assertEquals(List.of(), empty.results());
        assertEquals(1, store().revision());
    }

    @Test
    void unchangedObjectInChangingTransactionKeepsItsRevision() {
        write(Widget.put("a", 1));
        write(Widget.put("a", 1), Widget.put("b", 1));
        assertEquals(1, revisionOf("a"));
        assertEquals(2, revisionOf("b"));
    }

    @Test
    void refusedTransactionWritesNothing() {
        write(Widget.put("a", 1));
        Precondition absent = new Precondition.Absent(Widget.KIND, Widget.key("a"));
        StoreOutcome outcome = commit(List.of(absent), Widget.put("a", 2), Widget.put("b", 2));
        assertEquals(new StoreOutcome.Refused(absent), outcome);
        assertEquals(1, size("a"));
        assertEquals(-1, size("b"));
        assertEquals(1, store().revision());
        assertEquals(2, write(Widget.put("a", 3)), "the next one takes the next revision");
    }

    @Test
    void recreatedObjectIsNewAndKeepsNothing() {
        Widget first = Widget.of("a", 1);
        write(new Write.Put<>(Widget.KIND, new StoredObject<>(first, Ordered.map("me", first))));
        write(Widget.delete("a"));
        assertNull(store().get(Widget.KIND, Widget.key("a")));
        assertEquals(3, write(Widget.put(first.withUid("another"))));
        assertEquals("another", stored("a").resource().metadata().uid());
        assertEquals(Ordered.map(null), stored("a").applied());
    }

    @Test
    void whatManagersAppliedIsKeptBesideTheObject() {
        Widget widget = Widget.of("a", 1);
        write(new Write.Put<>(Widget.KIND, new StoredObject<>(widget, Ordered.map("me", widget))));
        assertEquals(Ordered.map("me", widget), stored("a").applied());
        assertEquals(2, write(Widget.put(widget)), "the same object, no longer applied by anybody, is a change");
        assertEquals(Ordered.map(null), stored("a").applied());
    }

    @Test
    void transactionMayHaveAsManyWritesAsItCan() {
        List<Write> many =
                IntStream.range(0, 1_000).mapToObj(i -> Widget.put("w" + i, i)).toList();
        assertEquals(1, write(many.toArray(Write[]::new)));
        assertEquals(1_000, store().snapshot().count(Widget.KIND, null));
    }

    @Test
    void transactionWithTooManyWritesOrOneObjectTwiceCannotBeMade() {
        List<Write> many = new ArrayList<>();
        IntStream.rangeClosed(0, 1_000).forEach(i -> many.add(Widget.put("w" + i, i)));
        assertThrows(IllegalArgumentException.class, () -> new StoreTransaction(List.of(), many, Cause.UNKNOWN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new StoreTransaction(List.of(), List.of(Widget.put("a", 1), Widget.delete("a")), Cause.UNKNOWN));
    }

    @Test
    void transactionIsVisibleWhenItsStageCompletes() {
        for (int i = 1; i <= 20; i++) {
            int expected = i;
            StoreTransaction transaction = StoreTransaction.of(Widget.put("a", i));
            CompletionStage<Integer> seen = store().commit(transaction).thenApply(outcome -> {
                assertEquals(expected, store().revision());
                return size("a");
            });
            assertEquals(i, env().await(seen, LIMIT));
        }
    }

    @Test
    void transactionsThatAreUnderWayTogetherHaveARevisionEach() {
        List<CompletionStage<StoreOutcome>> stages = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            stages.add(store().commit(StoreTransaction.of(Widget.put("a", i))));
        }
        Set<Long> revisions = new TreeSet<>();
        stages.forEach(stage -> revisions.add(applied(env().await(stage, LIMIT)).revision()));
        assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), List.copyOf(revisions));
        assertEquals(100, store().revision());
    }

    @Test
    void causeIsKeptWithTheCommit() {
        Cause cause = new Cause("controller/website", "Website shop/a", 2, List.of(1L));
        env().await(store().commit(new StoreTransaction(List.of(), List.of(Widget.put("a", 1)), cause)), LIMIT);
        write(Widget.put("a", 2));
        assertEquals(cause, store().cause(1).orElseThrow());
        assertEquals(Cause.UNKNOWN, store().cause(2).orElseThrow());
        assertTrue(store().cause(3).isEmpty());
        assertTrue(store().cause(0).isEmpty());
        assertTrue(store().cause(-1).isEmpty());
    }

    @Test
    void kindsDoNotMix() {
        write(Widget.put(Widget.of("", "a", 1, "")), Gadget.put("a", 2));
        assertEquals(1, store().snapshot().list(Widget.KIND, Selection.all()).size());
        Gadget gadget = store().snapshot().find(Gadget.KIND, ResourceKey.cluster("a"));
        assertEquals(2, Objects.requireNonNull(gadget).size());
        write(Gadget.delete("a"));
        assertEquals(1, store().snapshot().count(Widget.KIND, null));
    }

    @Test
    void objectsAreSharedNotCopied() {
        write(Widget.put("a", 1));
        Widget stored = stored("a").resource();
        assertSame(stored, store().snapshot().list(Widget.KIND, Selection.all()).get(0));
        assertSame(stored, store().snapshot().find(Widget.KIND, Widget.key("a")));
    }
}
