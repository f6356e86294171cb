package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Widget;
import io.coxswain.store.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When indexes are built, and what becomes of them. */
class IndexesTest {
    private static final Kind<Widget> KIND = Widget.KIND;
    private final MemoryStore store = MemoryStore.create(Environment.system());

    private void fill(int objects) {
        for (int i = 0; i < objects; i++) {
            Widget widget = Widget.of("default", "w" + i, i, "p" + i % 50);
            store.commit(StoreTransaction.of(Widget.put(widget.labelled("app", "a" + i % 50))));
        }
    }

    @Test
    void listThatSelectsFewOfManyBuildsAnIndex() {
        fill(1_000);
        assertEquals(List.of(), store.indexed(KIND));
        assertEquals(
                20,
                store.snapshot()
                        .list(KIND, Selection.all().field("place", "p7"))
                        .size());
        assertEquals(
                20,
                store.snapshot()
                        .list(KIND, Selection.all().field("place", "p7"))
                        .size());
        assertEquals(List.of(new Aspect.Field("place")), store.indexed(KIND));
        assertEquals(
                20,
                store.snapshot()
                        .list(KIND, Selection.all().field("place", "p7"))
                        .size());
    }

    @Test
    void listsThatSelectMostBuildNone() {
        fill(1_000);
        for (int i = 0; i < 20; i++) {
            store.snapshot().list(KIND, Selection.inNamespace("default"));
            store.snapshot().list(KIND, Selection.all().labels("app"));
        }
        assertEquals(List.of(), store.indexed(KIND));
    }

    @Test
    void smallKindHasNone() {
        fill(40);
        for (int i = 0; i < 100; i++) {
            store.snapshot().list(KIND, Selection.all().labels("app=a1"));
        }
        assertEquals(List.of(), store.indexed(KIND));
    }

    @Test
    void secondTermIsIndexedWhereTheFirstLeavesMany() {
        for (int i = 0; i < 1_000; i++) {
            Widget widget = Widget.of("default", "w" + i, i, "same");
            store.commit(StoreTransaction.of(Widget.put(widget.labelled("app", "a" + i % 50))));
        }
        Selection selection = Selection.all().field("place", "same").labels("app=a3");
        for (int i = 0; i < 10; i++) {
            assertEquals(20, store.snapshot().list(KIND, selection).size());
        }
        assertEquals(List.of(new Aspect.Field("place"), new Aspect.Label("app")), store.indexed(KIND));
    }

    @Test
    void indexThatWasNotUsedForLongestMakesWay() {
        fill(200);
        for (int i = 0; i < Indexes.MOST; i++) {
            store.index(KIND, new Aspect.Label("key" + i));
        }
        store.snapshot().list(KIND, Selection.all().labels("key0=v"));
        store.index(KIND, new Aspect.Label("app"));
        assertEquals(Indexes.MOST, store.indexed(KIND).size());
        assertEquals(true, store.indexed(KIND).contains(new Aspect.Label("key0")));
        assertEquals(false, store.indexed(KIND).contains(new Aspect.Label("key1")));
    }

    /** A kind whose field can't always be read. */
    record Moody(ObjectMeta metadata, int size) implements Resource<Moody> {
        static final Kind<Moody> KIND = Kind.builder("test.coxswain.io/v1", "Moody", Moody.class)
                .field("size", moody -> {
                    if (moody.size() < 0) {
                        throw new IllegalStateException("negative");
                    }
                    return Integer.toString(moody.size());
                })
                .build();
    }

    @Test
    void accessorThatFailsCostsTheIndexAndNotTheStore() {
        putMoody("a", 1);
        store.index(Moody.KIND, new Aspect.Field("size"));
        assertEquals(List.of(new Aspect.Field("size")), store.indexed(Moody.KIND));
        putMoody("b", -1);
        assertEquals(2, store.revision());
        assertEquals(List.of(), store.indexed(Moody.KIND));
        store.index(Moody.KIND, new Aspect.Field("size"));
        assertEquals(List.of(), store.indexed(Moody.KIND));
        assertThrows(
                IllegalStateException.class,
                () -> store.snapshot().list(Moody.KIND, Selection.all().field("size", "1")));
    }

    private void putMoody(String name, int size) {
        Moody moody = new Moody(ObjectMeta.named("default", name), size);
        store.commit(StoreTransaction.of(new Write.Put<>(Moody.KIND, StoredObject.of(moody))));
    }

    @Test
    void emptyNamespacesAreForgotten() {
        MemoryStore small =
                MemoryStore.builder(Environment.system()).retainCommits(1).build();
        for (int i = 0; i < 10; i++) {
            small.commit(StoreTransaction.of(Widget.put(Widget.of("n" + i, "w", 1, ""))));
            small.commit(
                    StoreTransaction.of(new Write.Delete<>(KIND, io.coxswain.resource.ResourceKey.of("n" + i, "w"))));
        }
        small.commit(StoreTransaction.of(Widget.put(Widget.of("last", 1))));
        assertEquals(List.of("default"), small.namespaces(KIND));
    }
}
