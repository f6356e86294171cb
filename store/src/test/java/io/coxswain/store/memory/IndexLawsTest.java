package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.client.Cause;
import io.coxswain.client.Selector;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.Widget;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An index answers what looking at everything would, at every revision that can be read. */
class IndexLawsTest {
    private static final Kind<Widget> KIND = Widget.KIND;
    private static final List<Aspect> ASPECTS = List.of(
            new Aspect.Field("place"), new Aspect.Label("app"), new Aspect.Owner(), new Aspect.Field("metadata.name"));
    private static final List<String> VALUES = List.of("", "x", "y");
    private static final List<String> OWNERS = List.of("u1", "u2", "u3");

    private static final List<Selection> SELECTIONS = List.of(
            Selection.all().field("place", ""),
            Selection.all().field("place", "x"),
            Selection.inNamespace("n2").field("place", "y"),
            Selection.all().labels("app=x"),
            Selection.all().labels("app in (y),tier!=z"),
            Selection.inNamespace("n1").labels("app=y"),
            Selection.all().labels("app=x").field("place", "y"),
            Selection.all().field("place", "x").fields("place=x,metadata.namespace=n3"),
            Selection.all().field("metadata.name", "c"),
            Selection.all().field("metadata.name", "c").field("metadata.namespace", "n1"));

    /** A write of one object. */
    record Step(String namespace, String name, int size, String app, String place, List<String> owners) {
        Write write() {
            if (size == 0) {
                return new Write.Delete<>(KIND, ResourceKey.of(namespace, name));
            }
            ObjectMeta metadata = ObjectMeta.named(namespace, name)
                    .withOwnerReferences(owners.stream()
                            .map(uid -> new OwnerReference("v1", "Widget", uid, null, null, uid))
                            .toList());
            Widget widget = new Widget(metadata, size, place);
            return Widget.put(app.isEmpty() ? widget : widget.labelled("app", app));
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of("n1", "n2", "n3"),
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(VALUES),
                        Arbitraries.of(VALUES),
                        Arbitraries.of(OWNERS).list().ofMaxSize(2))
                .as(Step::new);
        return step.list().ofMaxSize(120);
    }

    @Property(tries = 100, seed = "4712")
    void indexesAnswerAsScansDo(
            @ForAll("histories") List<Step> history, @ForAll("builtAt") int builtAt, @ForAll("retained") int retained) {
        MemoryStore store = MemoryStore.builder(Environment.system())
                .retainCommits(retained)
                .build();
        for (int i = 0; i < history.size(); i++) {
            if (i == builtAt) {
                ASPECTS.forEach(aspect -> store.index(KIND, aspect));
                assertEquals(ASPECTS, store.indexed(KIND));
            }
            store.commit(StoreTransaction.of(history.get(i).write()));
            if (i % 20 == 19) {
                assertSame(store);
            }
        }
        assertSame(store);
    }

    @Provide
    Arbitrary<Integer> builtAt() {
        return Arbitraries.integers().between(0, 60);
    }

    @Provide
    Arbitrary<Integer> retained() {
        return Arbitraries.of(1, 5, 25, 1_000);
    }

    private static void assertSame(MemoryStore store) {
        for (long revision = store.oldestRevision(); revision <= store.revision(); revision++) {
            StoreSnapshot snapshot = store.snapshot(revision);
            List<Widget> all = snapshot.list(KIND, Selection.all());
            for (Selection selection : SELECTIONS) {
                Selector<Widget> selector = new Selector<>(KIND, selection);
                List<Widget> expected = all.stream().filter(selector::matches).toList();
                assertEquals(expected, snapshot.list(KIND, selection), selection + " at " + revision);
                assertEquals(expected, paged(snapshot, selection), selection + " paged at " + revision);
            }
            for (String owner : OWNERS) {
                Selector<Widget> selector = Selector.ownedBy(KIND, owner);
                assertEquals(
                        all.stream().filter(selector::matches).toList(),
                        snapshot.ownedBy(KIND, owner),
                        owner + " at " + revision);
            }
        }
    }

    private static List<Widget> paged(StoreSnapshot snapshot, Selection selection) {
        List<Widget> all = new ArrayList<>();
        ResourceKey last = null;
        boolean more = true;
        while (more) {
            StorePage<Widget> page = snapshot.page(KIND, selection, last, 2);
            assertTrue(page.items().size() == 2 || !page.more());
            all.addAll(page.items());
            last = all.isEmpty() ? null : all.get(all.size() - 1).key();
            more = page.more();
        }
        return all;
    }

    @Property(tries = 20, seed = "4713")
    void manyEntriesOfOneValueComeAndGo(@ForAll("moves") List<Integer> moves) {
        MemoryStore store =
                MemoryStore.builder(Environment.system()).retainCommits(7).build();
        store.commit(StoreTransaction.of(Widget.put(Widget.of("first", 1))));
        store.index(KIND, new Aspect.Field("place"));
        List<Write> fill = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            fill.add(Widget.put(Widget.of("default", "w" + i, 1, i < 150 ? "x" : "y")));
        }
        store.commit(new StoreTransaction(List.of(), fill, Cause.UNKNOWN));
        for (int move : moves) {
            String name = "w" + move / 3;
            store.commit(StoreTransaction.of(
                    move % 3 == 0
                            ? Widget.delete(name)
                            : Widget.put(Widget.of("default", name, 1, VALUES.get(move % 3)))));
        }
        assertSame(store);
    }

    @Provide
    Arbitrary<List<Integer>> moves() {
        return Arbitraries.integers().between(0, 899).list().ofMinSize(200).ofMaxSize(900);
    }
}
