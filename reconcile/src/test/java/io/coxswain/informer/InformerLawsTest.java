package io.coxswain.informer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.WatchEnd;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.testing.Widget;
import io.coxswain.testing.World;
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
