package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.Widget;
import io.coxswain.store.Write;
import java.time.Duration;
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

/** The store against a plain map that is copied for every revision. */
class MemoryStoreLawsTest {
    private static final Environment ENVIRONMENT = Environment.system();

    /** A write of one object; no size: its deletion. */
    record Step(String namespace, String name, int size, boolean guarded) {
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

    @Property(tries = 150, seed = "4711")
    void everyRevisionShowsWhatTheModelShowed(@ForAll("transactions") List<List<Step>> transactions) {
        Store store = MemoryStore.create(ENVIRONMENT);
        List<Map<ResourceKey, Integer>> history = new ArrayList<>();
        history.add(new TreeMap<>());
        for (List<Step> steps : transactions) {
            apply(store, steps, history);
            assertEquals(history.size() - 1, store.revision());
            assertPages(store, history.get(history.size() - 1));
        }
        for (int revision = 0; revision < history.size(); revision++) {
            assertEquals(history.get(revision), shown(store.snapshot(revision).list(Widget.KIND, Selection.all())));
        }
    }

    private static void apply(Store store, List<Step> steps, List<Map<ResourceKey, Integer>> history) {
        Map<ResourceKey, Integer> now = history.get(history.size() - 1);
        List<Precondition> guards = steps.stream()
                .filter(Step::guarded)
                .<Precondition>map(step -> new Precondition.Present(Widget.KIND, step.key()))
                .toList();
        boolean refused = steps.stream().anyMatch(step -> step.guarded() && !now.containsKey(step.key()));
        StoreOutcome outcome = ENVIRONMENT.await(
                store.commit(new StoreTransaction(
                        guards, steps.stream().map(Step::write).toList(), Cause.UNKNOWN)),
                Duration.ofSeconds(10));
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
        List<Widget> all = new ArrayList<>();
        StorePage<Widget> page = store.snapshot().page(Widget.KIND, Selection.all(), null, 2);
        all.addAll(page.items());
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
