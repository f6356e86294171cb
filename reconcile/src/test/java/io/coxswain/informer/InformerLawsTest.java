package io.coxswain.informer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.WatchEnd;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.testing.Widget;
import io.coxswain.testing.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens to the objects and to the watch, the cache and every handler's view come to agree with the store. */
class InformerLawsTest {
    private static final Index<Widget> BY_SIZE = Index.of(Widget.KIND, "size", widget -> List.of("" + widget.size()));

    /** No value, one, or two. */
    private static final Index<Widget> BY_TRAIT = Index.of(Widget.KIND, "trait", InformerLawsTest::traits);

    private static List<String> traits(Widget widget) {
        return switch (widget.size()) {
            case 1 -> List.of();
            case 2 -> List.of("even");
            default -> List.of("odd", "large");
        };
    }

    enum Op {
        PUT,
        DELETE,
        RUN,
        PAUSE,
        RESUME,
        EXPIRE,
        FAIL,
        FAIL_LIST,
        LATE_HANDLER
    }

    record Step(Op op, String name, int size) {}

    @Property(tries = 300, seed = "42")
    void cacheAndHandlersEndAsTheStore(@ForAll("histories") List<Step> history, @ForAll long seed) {
        try (World world = new World(SimulationOptions.seeded(seed))) {
            Informer<Widget> informer = Informer.builder(world.faults(), world.environment(), Widget.KIND)
                    .index(BY_SIZE)
                    .build();
            RecordingHandler early = new RecordingHandler();
            RecordingHandler late = new RecordingHandler();
            HandlerRegistration first = informer.addHandler(early);
            informer.start();
            history.forEach(step -> apply(step, world, informer));
            informer.addHandler(late);
            while (world.faults().isPaused(Widget.KIND)) {
                world.faults().resume(Widget.KIND);
            }
            CompletableFuture<Void> caughtUp =
                    informer.awaitRevision(world.store().revision()).toCompletableFuture();
            world.runUntil(() -> informer.hasSynced() && caughtUp.isDone());
            world.run();

            Map<?, Widget> stored = stored(world);
            assertTrue(first.hasSynced());
            assertEquals(stored, early.view, () -> "early handler after " + history);
            assertEquals(stored, late.view, () -> "late handler after " + history);
            assertEquals(stored, cached(informer), () -> "cache after " + history);
            for (Widget widget : stored.values().toArray(Widget[]::new)) {
                assertTrue(informer.byIndex(BY_SIZE, "" + widget.size()).contains(widget));
            }
            assertEquals(List.of(), world.environment().failures());
        }
    }

    /** Each handler looks at each event, while the informer may be ahead of it by any number of events. */
    @Property(tries = 300, seed = "42")
    void indexesAgreeWithCacheAtEveryEvent(@ForAll("histories") List<Step> history, @ForAll long seed) {
        try (World world = new World(SimulationOptions.seeded(seed))) {
            Informer<Widget> informer = Informer.builder(world.faults(), world.environment(), Widget.KIND)
                    .index(BY_SIZE)
                    .build();
            List<String> disagreements = new ArrayList<>();
            informer.addHandler(new Agreement(informer, disagreements));
            informer.start();
            informer.byIndex(BY_TRAIT, "even"); // built while it runs
            for (Step step : history) {
                apply(step, world, informer);
                assertEquals(List.of(), disagreements, () -> step + " in " + history);
            }
            while (world.faults().isPaused(Widget.KIND)) {
                world.faults().resume(Widget.KIND);
            }
            world.run();

            assertEquals(List.of(), disagreements, () -> "at the end of " + history);
            assertEquals(List.of(), world.environment().failures());
        }
    }

    /** Compares what the indexes find with a look at every object. */
    private record Agreement(Informer<Widget> informer, List<String> disagreements) implements InformerHandler<Widget> {
        @Override
        public void onAdd(Widget object, Origin origin) {
            look();
        }

        @Override
        public void onUpdate(Widget old, Widget now) {
            look();
        }

        @Override
        public void onDelete(Widget last, LastState state) {
            look();
        }

        private void look() {
            for (String size : List.of("1", "2", "3")) {
                compare(BY_SIZE, size);
            }
            for (String trait : List.of("even", "odd", "large")) {
                compare(BY_TRAIT, trait);
            }
        }

        private void compare(Index<Widget> index, String value) {
            List<Widget> found = new ArrayList<>(informer.byIndex(index, value));
            List<Widget> right = new ArrayList<>(informer.list());
            right.removeIf(widget -> !index.values().apply(widget).contains(value));
            found.sort(Comparator.comparing(Widget::key));
            right.sort(Comparator.comparing(Widget::key));
            if (!found.equals(right)) {
                disagreements.add(index + " = " + value + ": " + found + " instead of " + right);
            }
        }
    }

    private static void apply(Step step, World world, Informer<Widget> informer) {
        switch (step.op) {
            case PUT -> put(world, step.name, step.size);
            case DELETE -> {
                if (world.user().find(Widget.KIND, Widget.key(step.name)).isPresent()) {
                    world.user().delete(Widget.KIND, Widget.key(step.name));
                }
            }
            case RUN -> world.run();
            case PAUSE -> world.faults().pause(Widget.KIND);
            case RESUME -> world.faults().resume(Widget.KIND);
            case EXPIRE -> world.faults().endWatches(Widget.KIND, new WatchEnd.Expired(1));
            case FAIL -> world.faults().endWatches(Widget.KIND, new WatchEnd.Failed(new IllegalStateException("down")));
            case FAIL_LIST -> world.faults().failLists(1);
            case LATE_HANDLER -> informer.addHandler(new RecordingHandler());
        }
    }

    private static void put(World world, String name, int size) {
        if (world.user().find(Widget.KIND, Widget.key(name)).isPresent()) {
            world.user().patch(Widget.KIND, Widget.key(name), widget -> widget.withSize(size));
        } else {
            world.user().create(Widget.of(name, size));
        }
    }

    private static Map<Object, Widget> stored(World world) {
        Map<Object, Widget> stored = new TreeMap<>();
        world.user().list(Widget.KIND).forEach(widget -> stored.put(widget.key(), widget));
        return stored;
    }

    private static Map<Object, Widget> cached(Informer<Widget> informer) {
        Map<Object, Widget> cached = new TreeMap<>();
        informer.list().forEach(widget -> cached.put(widget.key(), Objects.requireNonNull(widget)));
        return cached;
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Op> ops = Arbitraries.frequency(
                Tuple.of(10, Op.PUT),
                Tuple.of(5, Op.DELETE),
                Tuple.of(6, Op.RUN),
                Tuple.of(2, Op.PAUSE),
                Tuple.of(2, Op.RESUME),
                Tuple.of(2, Op.EXPIRE),
                Tuple.of(2, Op.FAIL),
                Tuple.of(1, Op.FAIL_LIST),
                Tuple.of(1, Op.LATE_HANDLER));
        return Combinators.combine(
                        ops,
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(1, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
