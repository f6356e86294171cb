package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads of now and of the past, whole and in pages. */
abstract class ReadContract extends PreconditionContract {

    private static List<String> keys(List<Widget> widgets) {
        return widgets.stream().map(widget -> widget.key().toString()).toList();
    }

    private void writeAll(String... keys) {
        for (String key : keys) {
            ResourceKey parsed = ResourceKey.parse(key);
            write(Widget.put(Widget.of(parsed.namespace(), parsed.name(), 1, "")));
        }
    }

    @Test
    void readSeesWhatWasCommittedBeforeIt() {
        for (int i = 1; i <= 50; i++) {
            long revision = write(Widget.put("a", i));
            assertEquals(i, size("a"));
            assertEquals(revision, store().revision());
            assertEquals(revision, store().snapshot().revision());
            assertEquals(
                    i,
                    Objects.requireNonNull(store().snapshot().find(Widget.KIND, Widget.key("a")))
                            .size());
            assertEquals(
                    i,
                    store().snapshot().list(Widget.KIND, Selection.all()).get(0).size());
        }
    }

    @Test
    void freshStoreHasCaughtUp() {
        env().await(store().fresh(), LIMIT);
        write(Widget.put("a", 1));
        env().await(store().fresh(), LIMIT);
        assertEquals(1, size("a"));
    }

    @Test
    void readsDoNotWait() {
        write(Widget.put("a", 1));
        CompletableFuture<List<Object>> read = new CompletableFuture<>();
        // waiting isn't possible on a serial executor
        env().serial("reader").execute(() -> {
            try {
                StoreSnapshot snapshot = store().snapshot();
                read.complete(List.of(
                        size("a"),
                        snapshot.list(Widget.KIND, Selection.all()).size(),
                        snapshot.page(Widget.KIND, Selection.all(), null, 5)
                                .items()
                                .size(),
                        snapshot.count(Widget.KIND, null),
                        store().snapshot(1).revision(),
                        store().revision()));
            } catch (RuntimeException | Error e) {
                read.completeExceptionally(e);
            }
        });
        assertEquals(List.<Object>of(1, 1, 1, 1L, 1L, 1L), env().await(read, LIMIT));
    }

    @Test
    void listIsOrderedByNamespaceThenName() {
        writeAll("b/z", "a/y", "c/a", "a/x", "b/a", "a/x-1", "a/x.1");
        assertEquals(
                List.of("a/x", "a/x-1", "a/x.1", "a/y", "b/a", "b/z", "c/a"),
                keys(store().snapshot().list(Widget.KIND, Selection.all())));
        assertEquals(List.of("b/a", "b/z"), keys(store().snapshot().list(Widget.KIND, Selection.inNamespace("b"))));
        assertEquals(List.of(), store().snapshot().list(Widget.KIND, Selection.inNamespace("nowhere")));
    }

    @Test
    void countIsOfOneNamespaceOrAll() {
        writeAll("b/z", "a/y", "a/x");
        StoreSnapshot snapshot = store().snapshot();
        assertEquals(3, snapshot.count(Widget.KIND, null));
        assertEquals(2, snapshot.count(Widget.KIND, "a"));
        assertEquals(0, snapshot.count(Widget.KIND, "nowhere"));
        assertEquals(0, snapshot.count(Gadget.KIND, null));
    }

    @Test
    void listShowsSelectedObjectsOnly() {
        write(Widget.put(Widget.of("a", 1).labelled("app", "web")));
        write(Widget.put(Widget.of("default", "b", 1, "here").labelled("app", "db")));
        write(Widget.put(Widget.of("default", "c", 1, "here").labelled("app", "web")));
        write(Widget.put(Widget.of("other", "b", 1, "here").labelled("app", "web")));
        StoreSnapshot now = store().snapshot();
        assertEquals(
                List.of("default/a", "default/c", "other/b"),
                listed(now, Selection.all().labels("app=web")));
        assertEquals(List.of("default/b"), listed(now, Selection.all().labels("app in (db, x)")));
        assertEquals(
                List.of("default/b", "default/c", "other/b"),
                listed(now, Selection.all().field("place", "here")));
        assertEquals(List.of("default/a"), listed(now, Selection.all().fields("place!=here")));
        assertEquals(
                List.of("default/b", "other/b"), listed(now, Selection.all().field("metadata.name", "b")));
        assertEquals(
                List.of("default/b"),
                listed(now, Selection.inNamespace("default").field("metadata.name", "b")));
        assertEquals(
                List.of("default/c"),
                listed(now, Selection.inNamespace("default").labels("app=web").field("place", "here")));
        assertEquals(List.of(), listed(now, Selection.all().labels("app=none")));
    }

    private static List<String> listed(StoreSnapshot snapshot, Selection selection) {
        return keys(snapshot.list(Widget.KIND, selection));
    }

    @Test
    void objectsAreFoundByTheirOwner() {
        OwnerReference owner = owner("owner-1");
        OwnerReference other = owner("owner-2");
        write(Widget.put(owned(Widget.of("b", 1), owner)), Widget.put("free", 1));
        write(Widget.put(owned(owned(Widget.of("a", 1), other), owner)));
        write(Widget.put(owned(Widget.of("other", "a", 1, ""), owner)));
        write(Widget.put(Widget.of("b", 2)));
        assertEquals(List.of("default/a", "other/a"), keys(store().snapshot().ownedBy(Widget.KIND, "owner-1")));
        assertEquals(List.of("default/a"), keys(store().snapshot().ownedBy(Widget.KIND, "owner-2")));
        assertEquals(List.of(), store().snapshot().ownedBy(Widget.KIND, "nobody"));
        assertEquals(
                List.of("default/a", "default/b", "other/a"),
                keys(store().snapshot(3).ownedBy(Widget.KIND, "owner-1")));
    }

    private static OwnerReference owner(String uid) {
        return new OwnerReference("v1", "Owner", uid, null, null, uid);
    }

    private static Widget owned(Widget widget, OwnerReference owner) {
        return new Widget(widget.metadata().withOwner(owner), widget.size(), widget.place());
    }

    @Test
    void selectionOfThePastIsEvaluatedOnThePast() {
        write(Widget.put(Widget.of("default", "a", 1, "here")));
        write(Widget.put(Widget.of("default", "a", 2, "there")));
        write(Widget.put(Widget.of("default", "a", 3, "here").labelled("app", "web")));
        Selection here = Selection.all().field("place", "here");
        assertEquals(1, store().snapshot(1).list(Widget.KIND, here).size());
        assertEquals(0, store().snapshot(2).list(Widget.KIND, here).size());
        assertEquals(1, store().snapshot(3).list(Widget.KIND, here).size());
        Selection web = Selection.all().labels("app=web");
        assertEquals(0, store().snapshot(1).list(Widget.KIND, web).size());
        assertEquals(1, store().snapshot(3).list(Widget.KIND, web).size());
    }

    @Test
    void fieldThatCannotBeSelectedByIsRefused() {
        write(Widget.put("a", 1));
        assertThrows(
                BadRequestException.class,
                () -> store().snapshot().list(Widget.KIND, Selection.all().field("spec.unknown", "x")));
    }

    @Test
    void snapshotStaysAtItsRevision() {
        write(Widget.put("a", 1), Widget.put("b", 1));
        StoreSnapshot before = store().snapshot();
        write(Widget.put("a", 2));
        write(Widget.delete("b"));
        write(Widget.put("c", 1));
        assertEquals(1, before.revision());
        assertEquals(List.of("a", "b"), names(before.list(Widget.KIND, Selection.all())));
        assertEquals(
                1,
                Objects.requireNonNull(before.find(Widget.KIND, Widget.key("a")))
                        .size());
        assertNotNull(before.find(Widget.KIND, Widget.key("b")));
        assertNull(before.find(Widget.KIND, Widget.key("c")));
        assertEquals(2, before.count(Widget.KIND, null));
        assertEquals(List.of("a", "c"), names(store().snapshot().list(Widget.KIND, Selection.all())));
    }

    @Test
    void everyRetainedRevisionCanBeRead() {
        for (int i = 1; i <= 30; i++) {
            write(Widget.put("a", i), i % 3 == 0 ? Widget.delete("b") : Widget.put("b", i));
        }
        for (int i = 1; i <= 30; i++) {
            StoreSnapshot then = store().snapshot(i);
            assertEquals(i, then.revision());
            StoredObject<Widget> a = Objects.requireNonNull(then.get(Widget.KIND, Widget.key("a")));
            assertEquals(i, a.resource().size());
            assertEquals(i, a.resource().metadata().resourceVersion());
            assertEquals(i % 3 == 0 ? 1 : 2, then.count(Widget.KIND, null));
            assertEquals(i % 3 == 0 ? List.of("a") : List.of("a", "b"), names(then.list(Widget.KIND, Selection.all())));
        }
        assertEquals(List.of(), store().snapshot(0).list(Widget.KIND, Selection.all()));
        assertNull(store().snapshot(0).find(Widget.KIND, Widget.key("a")));
    }

    @Test
    void futureRevisionIsRefused() {
        write(Widget.put("a", 1));
        assertThrows(BadRequestException.class, () -> store().snapshot(2));
        assertThrows(BadRequestException.class, () -> store().snapshot(Long.MAX_VALUE));
        assertEquals(1, store().snapshot(1).revision());
    }

    @Test
    void pagesFollowOneAnotherAtOneRevision() {
        for (int i = 0; i < 10; i++) {
            write(Widget.put(Widget.of(i % 2 == 0 ? "even" : "odd", "w" + i, i, "")));
        }
        long revision = store().revision();
        List<String> seen = new ArrayList<>();
        ResourceKey after = null;
        boolean more = true;
        while (more) {
            StorePage<Widget> page = store().snapshot(revision).page(Widget.KIND, Selection.all(), after, 3);
            assertEquals(Math.min(3, 10 - seen.size()), page.items().size());
            seen.addAll(names(page.items()));
            after = page.items().get(page.items().size() - 1).key();
            more = page.more();
            write(
                    Widget.put(Widget.of("even", "x" + seen.size(), 1, "")),
                    new Write.Delete<>(Widget.KIND, ResourceKey.of("odd", "w9")));
        }
        assertEquals(List.of("w0", "w2", "w4", "w6", "w8", "w1", "w3", "w5", "w7", "w9"), seen);
    }

    @Test
    void pageSaysWhetherOthersFollow() {
        writeAll("a/1", "a/2", "b/1");
        assertPage(List.of("a/1", "a/2"), true, null, 2);
        assertPage(List.of("b/1"), false, "a/2", 2);
        assertPage(List.of("a/1", "a/2", "b/1"), false, null, 3);
        assertPage(List.of("a/1", "a/2", "b/1"), false, null, Integer.MAX_VALUE);
        assertPage(List.of("a/1"), true, null, 1);
        assertPage(List.of(), false, "b/1", 1);
        assertPage(List.of(), false, "z/z", 1);
    }

    @Test
    void pageBeginsBehindKeyThatNeedNotExist() {
        writeAll("a/1", "a/3", "c/1");
        assertPage(List.of("a/3", "c/1"), false, "a/2", 5);
        assertPage(List.of("c/1"), false, "b/0", 5);
        assertPage(List.of("a/1", "a/3"), true, "a/0", 2);
    }

    private void assertPage(List<String> expected, boolean more, @Nullable String after, int limit) {
        ResourceKey behind = after == null ? null : ResourceKey.parse(after);
        StorePage<Widget> page = store().snapshot().page(Widget.KIND, Selection.all(), behind, limit);
        assertEquals(expected, keys(page.items()));
        assertEquals(more, page.more());
    }

    @Test
    void pagesCountSelectedObjectsOnly() {
        for (int i = 0; i < 10; i++) {
            write(Widget.put(Widget.of("default", "w" + i, i, i % 2 == 0 ? "here" : "there")));
        }
        Selection here = Selection.all().field("place", "here");
        StorePage<Widget> first = store().snapshot().page(Widget.KIND, here, null, 3);
        assertEquals(List.of("w0", "w2", "w4"), names(first.items()));
        StorePage<Widget> second = store().snapshot().page(Widget.KIND, here, Widget.key("w4"), 2);
        assertEquals(List.of("w6", "w8"), names(second.items()));
        assertFalse(second.more(), "w9 follows, but isn't selected");
    }

    @Test
    void pageHasAtLeastOneObject() {
        write(Widget.put("a", 1));
        assertThrows(
                IllegalArgumentException.class, () -> store().snapshot().page(Widget.KIND, Selection.all(), null, 0));
    }

    @Test
    void listsCannotBeChanged() {
        write(Widget.put("a", 1));
        StoreSnapshot snapshot = store().snapshot();
        assertThrows(
                UnsupportedOperationException.class,
                () -> snapshot.list(Widget.KIND, Selection.all()).remove(0));
        assertThrows(
                UnsupportedOperationException.class,
                () -> snapshot.page(Widget.KIND, Selection.all(), null, 1)
                        .items()
                        .remove(0));
    }
}
