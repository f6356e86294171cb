package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.client.Cause;
import io.coxswain.client.WatchFrom;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Generated transactions, on a store and on a plain map that is copied for every revision. An engine's test extends this; it
 * needs jqwik's engine at run time.
 */
public abstract class StoreLaws {
    private final Environment environment = Environment.system();

    /** For the test of an engine. */
    protected StoreLaws() {}

    /** Opens a new store without objects. */
    protected abstract Store open(Environment environment);

    /** A write of one object; no size: its deletion. */
    private record Step(String namespace, String name, int size, boolean guarded) {
        ResourceKey key() {
            return ResourceKey.of(namespace, name);
        }

        boolean isDeletion() {
            return size == 0;
        }

        Write write() {
            return isDeletion()
                    ? new Write.Delete<>(Widget.KIND, key())
                    : Widget.put(Widget.of(namespace, name, size, ""));
        }
    }

    @Provide
    Arbitrary<List<List<Step>>> transactions() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of("n1", "n2", "n3"),
                        Arbitraries.of("a", "b", "c", "d", "e", "f"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as(Step::new);
        return step.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(Step::key)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 100, seed = "4711")
    void everyRevisionShowsWhatTheModelShowed(@ForAll("transactions") List<List<Step>> transactions) {
        try (Store store = open(environment)) {
            List<Map<ResourceKey, Integer>> history = writeAll(store, transactions);
            for (int revision = 0; revision < history.size(); revision++) {
                assertEquals(
                        history.get(revision), shown(store.snapshot(revision).list(Widget.KIND, Selection.all())));
            }
        }
    }

    @Property(tries = 60, seed = "4712")
    void watchFromEveryRevisionLeadsToTheEnd(@ForAll("transactions") List<List<Step>> transactions) {
        Selection selection = Selection.inNamespace("n2");
        try (Store store = open(environment)) {
            int last = writeAll(store, transactions).size() - 1;
            for (int from = 0; from <= last; from += Math.max(1, last / 4)) {
                EventRecorder<Widget> recorder = new EventRecorder<>(environment);
                store.watch(Widget.KIND, WatchFrom.revision(from), selection, environment.workers("watch", 1), recorder)
                        .requestBookmark();
                recorder.await(all -> !all.bookmarks().isEmpty());
                assertEquals(
                        store.snapshot().list(Widget.KIND, selection),
                        Replay.of(store.snapshot(from).list(Widget.KIND, selection), recorder.events()));
            }
        }
    }

    private List<Map<ResourceKey, Integer>> writeAll(Store store, List<List<Step>> transactions) {
        List<Map<ResourceKey, Integer>> history = new ArrayList<>();
        history.add(new TreeMap<>());
        for (List<Step> steps : transactions) {
            apply(store, steps, history);
            assertEquals(history.size() - 1, store.revision());
            assertPages(store, history.get(history.size() - 1));
        }
        return history;
    }

    private void apply(Store store, List<Step> steps, List<Map<ResourceKey, Integer>> history) {
        Map<ResourceKey, Integer> now = history.get(history.size() - 1);
        List<Precondition> guards = steps.stream()
                .filter(Step::guarded)
                .<Precondition>map(step -> new Precondition.Present(Widget.KIND, step.key()))
                .toList();
        boolean refused = steps.stream().anyMatch(step -> step.guarded() && !now.containsKey(step.key()));
        List<Write> writes = steps.stream().map(Step::write).toList();
        StoreOutcome outcome = environment.await(
                store.commit(new StoreTransaction(guards, writes, Cause.UNKNOWN)), StoreFixture.LIMIT);
        assertEquals(refused, outcome instanceof StoreOutcome.Refused);
        Map<ResourceKey, Integer> then = new TreeMap<>(now);
        for (Step step : steps) {
            if (!refused && step.isDeletion()) {
                then.remove(step.key());
            } else if (!refused) {
                then.put(step.key(), step.size());
            }
        }
        if (!then.equals(now)) {
            history.add(then);
        }
    }

    private static void assertPages(Store store, Map<ResourceKey, Integer> expected) {
        StorePage<Widget> page = store.snapshot().page(Widget.KIND, Selection.all(), null, 2);
        List<Widget> all = new ArrayList<>(page.items());
        while (page.more()) {
            ResourceKey last = all.get(all.size() - 1).key();
            page = store.snapshot().page(Widget.KIND, Selection.all(), last, 2);
            all.addAll(page.items());
        }
        assertEquals(
                new ArrayList<>(expected.keySet()),
                all.stream().map(Resource::key).toList());
        assertEquals(expected.size(), store.snapshot().count(Widget.KIND, null));
    }

    private static Map<ResourceKey, Integer> shown(List<Widget> widgets) {
        Map<ResourceKey, Integer> shown = new LinkedHashMap<>();
        widgets.forEach(widget -> shown.put(widget.key(), widget.size()));
        return shown;
    }
}
