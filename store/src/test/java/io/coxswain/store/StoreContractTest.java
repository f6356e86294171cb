package io.coxswain.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ExpiredException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.value.Ordered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises of transactions, reads and revisions. An engine's test extends this. */
public abstract class StoreContractTest {
    protected static final Duration LIMIT = Duration.ofSeconds(20);

    protected final Environment environment = Environment.system();
    protected Store store;

    /** A store without objects that lets nothing be compacted by itself in the course of a test. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected StoreOutcome commit(List<Precondition> require, Write... writes) {
        return environment.await(store.commit(new StoreTransaction(require, List.of(writes), Cause.UNKNOWN)), LIMIT);
    }

    protected long write(Write... writes) {
        return assertInstanceOf(StoreOutcome.Applied.class, commit(List.of(), writes))
                .revision();
    }

    private int size(String name) {
        StoredObject<Widget> stored = store.get(Widget.KIND, Widget.key(name));
        return stored == null ? -1 : stored.resource().size();
    }

    private static List<String> names(List<Widget> widgets) {
        return widgets.stream().map(widget -> widget.metadata().name()).toList();
    }

    @Test
    void emptyStoreIsAtRevisionZero() {
        assertEquals(0, store.revision());
        assertNull(store.get(Widget.KIND, Widget.key("a")));
        assertEquals(List.of(), store.snapshot().list(Widget.KIND, Selection.all()));
    }

    @Test
    void eachChangingTransactionTakesOneRevision() {
        assertEquals(1, write(Widget.put(Widget.of("a", 1))));
        assertEquals(2, write(Widget.put(Widget.of("b", 1)), Widget.put(Widget.of("c", 1))));
        assertEquals(3, write(Widget.delete("b")));
        assertEquals(3, store.revision());
    }

    @Test
    void putSetsTheRevisionAndNothingElse() {
        Widget widget = Widget.of("a", 1).labelled("app", "web");
        write(Widget.put(widget));
        StoredObject<Widget> stored = store.get(Widget.KIND, Widget.key("a"));
        assertEquals(1, stored.resource().metadata().resourceVersion());
        assertEquals(widget.metadata(), stored.resource().metadata().withResourceVersion(0));
        assertEquals(1, stored.resource().size());
    }

    @Test
    void objectsAreSharedNotCopied() {
        write(Widget.put(Widget.of("a", 1)));
        assertSame(
                store.get(Widget.KIND, Widget.key("a")).resource(),
                store.snapshot().list(Widget.KIND, Selection.all()).get(0));
    }

    @Test
    void resultsAreInTheOrderOfTheWrites() {
        write(Widget.put(Widget.of("a", 1)));
        StoreOutcome.Applied applied = assertInstanceOf(
                StoreOutcome.Applied.class,
                commit(List.of(), Widget.delete("a"), Widget.put(Widget.of("b", 2)), Widget.delete("c")));
        assertEquals(2, applied.revision());
        assertTrue(applied.changed());
        assertEquals(2, applied.results().get(0).resource().metadata().resourceVersion());
        assertEquals("b", applied.results().get(1).resource().metadata().name());
        assertNull(applied.results().get(2));
    }

    @Test
    void writeThatChangesNothingUsesNoRevision() {
        write(Widget.put(Widget.of("a", 1)));
        StoreOutcome.Applied same =
                assertInstanceOf(StoreOutcome.Applied.class, commit(List.of(), Widget.put(Widget.of("a", 1))));
        assertFalse(same.changed());
        assertEquals(1, same.revision());
        assertEquals(1, same.results().get(0).resource().metadata().resourceVersion());
        StoreOutcome.Applied nothing =
                assertInstanceOf(StoreOutcome.Applied.class, commit(List.of(), Widget.delete("absent")));
        assertFalse(nothing.changed());
        assertEquals(1, store.revision());
    }

    @Test
    void unchangedObjectInChangingTransactionKeepsItsRevision() {
        write(Widget.put(Widget.of("a", 1)));
        write(Widget.put(Widget.of("a", 1)), Widget.put(Widget.of("b", 1)));
        assertEquals(
                1, store.get(Widget.KIND, Widget.key("a")).resource().metadata().resourceVersion());
    }

    @Test
    void whatManagersAppliedIsKeptBesideTheObject() {
        Widget widget = Widget.of("a", 1);
        StoredObject<Widget> applied = new StoredObject<>(widget, Ordered.map("me", widget));
        write(new Write.Put<>(Widget.KIND, applied));
        assertEquals(
                Ordered.map("me", widget),
                store.get(Widget.KIND, Widget.key("a")).applied());
        assertEquals(2, write(Widget.put(widget)), "the same object, no longer applied by anybody, is a change");
    }

    @Test
    void refusedTransactionWritesNothing() {
        write(Widget.put(Widget.of("a", 1)));
        Precondition absent = new Precondition.Absent(Widget.KIND, Widget.key("a"));
        StoreOutcome outcome = commit(List.of(absent), Widget.put(Widget.of("a", 2)), Widget.put(Widget.of("b", 2)));
        assertEquals(new StoreOutcome.Refused(absent), outcome);
        assertEquals(1, size("a"));
        assertEquals(-1, size("b"));
        assertEquals(1, store.revision());
    }

    @Test
    void preconditionsAreCheckedAgainstTheNewestState() {
        ResourceKey a = Widget.key("a");
        assertRefused(new Precondition.Present(Widget.KIND, a));
        assertHolds(new Precondition.Absent(Widget.KIND, a));
        assertHolds(new Precondition.RevisionEquals(Widget.KIND, a, 0));
        long revision = write(Widget.put(Widget.of("a", 1)));
        assertHolds(new Precondition.Present(Widget.KIND, a));
        assertRefused(new Precondition.Absent(Widget.KIND, a));
        assertHolds(new Precondition.RevisionEquals(Widget.KIND, a, revision));
        assertRefused(new Precondition.RevisionEquals(Widget.KIND, a, revision + 1));
        assertRefused(new Precondition.RevisionEquals(Widget.KIND, a, 0));
        assertHolds(new Precondition.UidEquals(Widget.KIND, a, "uid-a"));
        assertRefused(new Precondition.UidEquals(Widget.KIND, a, "another"));
        write(Widget.delete("a"));
        assertHolds(new Precondition.RevisionEquals(Widget.KIND, a, 0));
        assertRefused(new Precondition.UidEquals(Widget.KIND, a, "uid-a"));
    }

    @Test
    void leaseIsHeldByItsHolderSinceItsTransitionOnly() {
        ResourceKey key = ResourceKey.of("kube-system", "leader");
        LeaseSpec spec = LeaseSpec.EMPTY.withHolderIdentity("me").withLeaseTransitions(3);
        Lease lease = new Lease(ObjectMeta.named("kube-system", "leader").withUid("u1"), spec);
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, key, "u1", "me", 3));
        write(new Write.Put<>(Lease.KIND, StoredObject.of(lease)));
        assertHolds(new Precondition.LeaseHeld(Lease.KIND, key, "u1", "me", 3));
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, key, "u2", "me", 3));
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, key, "u1", "you", 3));
        assertRefused(new Precondition.LeaseHeld(Lease.KIND, key, "u1", "me", 2));
    }

    private void assertHolds(Precondition condition) {
        assertInstanceOf(StoreOutcome.Applied.class, commit(List.of(condition)));
    }

    private void assertRefused(Precondition condition) {
        assertEquals(new StoreOutcome.Refused(condition), commit(List.of(condition)));
    }

    @Test
    void transactionWithTooManyWritesOrOneObjectTwiceIsRefused() {
        List<Write> many = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> Widget.put(Widget.of("w" + i, i)))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> new StoreTransaction(List.of(), many, Cause.UNKNOWN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new StoreTransaction(
                        List.of(), List.of(Widget.put(Widget.of("a", 1)), Widget.delete("a")), Cause.UNKNOWN));
        assertNotNull(new StoreTransaction(List.of(), many.subList(0, 1_000), Cause.UNKNOWN));
    }

    @Test
    void listIsOrderedByNamespaceThenName() {
        for (String key : List.of("b/z", "a/y", "c/a", "a/x", "b/a")) {
            ResourceKey parsed = ResourceKey.parse(key);
            write(Widget.put(Widget.of(parsed.namespace(), parsed.name(), 1, "")));
        }
        List<String> keys = store.snapshot().list(Widget.KIND, Selection.all()).stream()
                .map(widget -> widget.key().toString())
                .toList();
        assertEquals(List.of("a/x", "a/y", "b/a", "b/z", "c/a"), keys);
        assertEquals(List.of("a", "z"), names(store.snapshot().list(Widget.KIND, Selection.inNamespace("b"))));
        assertEquals(5, store.snapshot().count(Widget.KIND, null));
        assertEquals(2, store.snapshot().count(Widget.KIND, "a"));
        assertEquals(0, store.snapshot().count(Widget.KIND, "nowhere"));
    }

    @Test
    void listShowsSelectedObjectsOnly() {
        write(Widget.put(Widget.of("a", 1).labelled("app", "web")));
        write(Widget.put(Widget.of("default", "b", 1, "here").labelled("app", "db")));
        write(Widget.put(Widget.of("default", "c", 1, "here").labelled("app", "web")));
        StoreSnapshot now = store.snapshot();
        assertEquals(
                List.of("a", "c"), names(now.list(Widget.KIND, Selection.all().labels("app=web"))));
        assertEquals(
                List.of("b", "c"), names(now.list(Widget.KIND, Selection.all().field("place", "here"))));
        assertEquals(
                List.of("b"),
                names(now.list(Widget.KIND, Selection.inNamespace("default").field("metadata.name", "b"))));
        assertThrows(
                BadRequestException.class,
                () -> now.list(Widget.KIND, Selection.all().field("spec.unknown", "x")));
    }

    @Test
    void snapshotStaysAtItsRevision() {
        write(Widget.put(Widget.of("a", 1)), Widget.put(Widget.of("b", 1)));
        StoreSnapshot before = store.snapshot();
        write(Widget.put(Widget.of("a", 2)));
        write(Widget.delete("b"));
        write(Widget.put(Widget.of("c", 1)));
        assertEquals(List.of("a", "b"), names(before.list(Widget.KIND, Selection.all())));
        assertEquals(1, before.find(Widget.KIND, Widget.key("a")).size());
        assertNotNull(before.find(Widget.KIND, Widget.key("b")));
        assertNull(before.find(Widget.KIND, Widget.key("c")));
        assertEquals(2, before.count(Widget.KIND, null));
        assertEquals(List.of("a", "c"), names(store.snapshot().list(Widget.KIND, Selection.all())));
        assertEquals(List.of("a", "b"), names(store.snapshot(1).list(Widget.KIND, Selection.all())));
    }

    @Test
    void pagesFollowOneAnotherAtOneRevision() {
        for (int i = 0; i < 10; i++) {
            write(Widget.put(Widget.of(i % 2 == 0 ? "even" : "odd", "w" + i, i, "")));
        }
        StoreSnapshot first = store.snapshot();
        List<String> seen = new ArrayList<>();
        ResourceKey after = null;
        boolean more = true;
        while (more) {
            StorePage<Widget> page = store.snapshot(first.revision()).page(Widget.KIND, Selection.all(), after, 3);
            seen.addAll(names(page.items()));
            after = page.items().get(page.items().size() - 1).key();
            more = page.more();
            write(Widget.put(Widget.of("even", "x" + seen.size(), 1, "")));
        }
        assertEquals(List.of("w0", "w2", "w4", "w6", "w8", "w1", "w3", "w5", "w7", "w9"), seen);
    }

    @Test
    void kindsDoNotMix() {
        write(Widget.put(Widget.of("a", 1)), Gadget.put("a", 2));
        assertEquals(1, store.snapshot().list(Widget.KIND, Selection.all()).size());
        assertEquals(
                2, store.get(Gadget.KIND, ResourceKey.cluster("a")).resource().size());
    }

    @Test
    void compactedRevisionsAreExpired() {
        for (int i = 0; i < 10; i++) {
            write(Widget.put(Widget.of("a", i)), Widget.put(Widget.of("w" + i, i)));
        }
        write(Widget.delete("w3"));
        StoreSnapshot old = store.snapshot(4);
        store.compact(6);
        awaitOldest(6);
        ExpiredException expired = assertThrows(ExpiredException.class, () -> store.snapshot(5));
        assertEquals(6, expired.oldestRevision());
        assertThrows(ExpiredException.class, () -> old.find(Widget.KIND, Widget.key("a")));
        assertThrows(ExpiredException.class, () -> old.list(Widget.KIND, Selection.all()));
        assertEquals(5, store.snapshot(6).find(Widget.KIND, Widget.key("a")).size());
        assertEquals(6, store.snapshot(6).count(Widget.KIND, null) - 1);
        assertEquals(9, size("a"));
        store.compact(2);
        store.compact(Long.MAX_VALUE);
        awaitOldest(11);
        assertEquals(-1, size("w3"));
        write(Widget.put(Widget.of("w3", 33)));
        assertEquals(33, size("w3"));
        assertEquals(
                10, names(store.snapshot().list(Widget.KIND, Selection.all())).size() - 1);
    }

    /** An engine may compact a moment after it was asked; a commit is behind it. */
    private void awaitOldest(long revision) {
        commit(List.of());
        assertEquals(revision, store.oldestRevision());
    }

    @Test
    void futureRevisionIsRefused() {
        write(Widget.put(Widget.of("a", 1)));
        assertThrows(BadRequestException.class, () -> store.snapshot(2));
    }

    @Test
    void causeIsKeptWithTheCommit() {
        Cause cause = new Cause("controller/website", "Website shop/a", 2, List.of(1L));
        environment.await(
                store.commit(new StoreTransaction(List.of(), List.of(Widget.put(Widget.of("a", 1))), cause)), LIMIT);
        assertEquals(cause, store.cause(1).orElseThrow());
        assertTrue(store.cause(2).isEmpty());
        assertTrue(store.cause(0).isEmpty());
    }

    @Test
    void closedStoreTakesNothing() {
        write(Widget.put(Widget.of("a", 1)));
        store.close();
        store.close();
        assertThrows(ServiceUnavailableException.class, () -> write(Widget.put(Widget.of("b", 1))));
        assertThrows(ServiceUnavailableException.class, () -> store.get(Widget.KIND, Widget.key("a")));
        assertThrows(ServiceUnavailableException.class, () -> store.snapshot());
        assertThrows(ServiceUnavailableException.class, () -> store.revision());
    }
}
