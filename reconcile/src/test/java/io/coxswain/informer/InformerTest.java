package io.coxswain.informer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.WatchEnd;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.testing.Widget;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InformerTest {
    private static final Index<Widget> BY_SIZE =
            Index.of(Widget.KIND, "size", widget -> List.of("" + widget.size(), "all"));

    private final World world = new World();
    private final Informer<Widget> informer = builder().build();
    private final RecordingHandler handler = new RecordingHandler();

    private Informer.Builder<Widget> builder() {
        return Informer.builder(world.faults(), world.environment(), Widget.KIND);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void handlerHearsFirstListThenChanges() {
        world.user().create(Widget.of("a", 1));
        HandlerRegistration registration = informer.addHandler(handler);
        informer.start();
        world.runUntil(registration::hasSynced);
        assertTrue(informer.hasSynced());
        world.user().create(Widget.of("b", 2));
        world.user().patch(Widget.KIND, Widget.key("a"), a -> a.withSize(3));
        world.user().delete(Widget.KIND, Widget.key("b"));
        world.run();

        assertEquals(List.of("there a=1", "add b=2", "update a=1 a=3", "delete b=2"), handler.heard);
        assertEquals(1, informer.size());
        assertEquals(3, informer.find(Widget.key("a")).orElseThrow().size());
        assertEquals(world.store().revision(), informer.revision());
    }

    @Test
    void cacheSharesObjectsWithTheStore() {
        Widget stored = world.user().create(Widget.of("a", 1));
        started();

        assertSame(stored, informer.find(Widget.key("a")).orElseThrow());
    }

    /** A stream that trusts the size at its beginning fails when the cache grows meanwhile. */
    @Test
    void streamOfViewCountsOnNoSize() {
        world.user().create(Widget.of("a", 1));
        started();

        assertFalse(informer.list().spliterator().hasCharacteristics(Spliterator.SIZED));
        assertEquals(
                List.of("a"),
                informer.list().stream().map(widget -> widget.metadata().name()).toList());
    }

    @Test
    void lateHandlerFirstHearsOfAllThatIsCached() {
        world.user().create(Widget.of("b", 1));
        world.user().create(Widget.of("a", 1));
        started();
        HandlerRegistration registration = informer.addHandler(handler);
        world.user().create(Widget.of("c", 1));
        world.run();

        assertTrue(registration.hasSynced());
        assertEquals(List.of("there a=1", "there b=1", "add c=1"), handler.heard);
    }

    @Test
    void throwingHandlerIsCountedAndHearsOfTheNextChange() {
        List<String> heard = new ArrayList<>();
        HandlerRegistration registration = informer.addHandler(new InformerHandler<>() {
            @Override
            public void onAdd(Widget object, Origin origin) {
                heard.add(object.metadata().name());
                throw new IllegalStateException("as the test wants it");
            }
        });
        informer.addHandler(handler);
        started();
        world.user().create(Widget.of("a", 1));
        world.user().create(Widget.of("b", 1));
        world.run();

        assertEquals(List.of("a", "b"), heard);
        assertEquals(2, registration.failures());
        assertEquals(2, handler.heard.size());
    }

    @Test
    void blockedHandlerDelaysNobodyElse() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        RecordingHandler blocked = new RecordingHandler();
        informer.addHandler(new InformerHandler<>() {
            @Override
            public void onAdd(Widget object, Origin origin) {
                world.environment().await(gate, Duration.ofDays(1));
                blocked.onAdd(object, origin);
            }
        });
        informer.addHandler(handler);
        started();
        world.user().create(Widget.of("a", 1));
        world.user().create(Widget.of("b", 1));
        world.run();
        assertEquals(2, handler.heard.size());
        assertEquals(0, blocked.heard.size());

        gate.complete(null);
        world.run();
        assertEquals(handler.heard, blocked.heard);
    }

    @Test
    void closedHandlerHearsNothingMore() {
        HandlerRegistration registration = informer.addHandler(handler);
        started();
        registration.close();
        world.user().create(Widget.of("a", 1));
        world.run();

        assertEquals(List.of(), handler.heard);
    }

    @Test
    void listAfterExpiredYieldsExactlyTheDifference() {
        world.user().create(Widget.of("same", 1));
        world.user().create(Widget.of("changed", 1));
        world.user().create(Widget.of("gone", 1));
        world.user().create(Widget.of("remade", 1));
        informer.addHandler(handler);
        started();
        handler.heard.clear();
        world.faults().pause(Widget.KIND);
        world.user().patch(Widget.KIND, Widget.key("changed"), widget -> widget.withSize(2));
        world.user().delete(Widget.KIND, Widget.key("gone"));
        world.user().delete(Widget.KIND, Widget.key("remade"));
        world.user().create(Widget.of("remade", 2));
        world.user().create(Widget.of("new", 1));
        world.run();
        world.faults().endWatches(Widget.KIND, new WatchEnd.Expired(99));
        world.faults().resume(Widget.KIND);
        world.runUntil(() -> informer.revision() == world.store().revision());
        world.run();

        assertEquals(
                List.of(
                        "vanished gone=1",
                        "update changed=1 changed=2",
                        "add new=1",
                        "vanished remade=1",
                        "add remade=2"),
                handler.heard);
        assertEquals(2, world.faults().lists());
    }

    @Test
    void failedWatchIsResumedFromWhereItWas() {
        informer.addHandler(handler);
        started();
        world.faults().endWatches(Widget.KIND, new WatchEnd.Failed(new IllegalStateException("line is down")));
        world.run();
        InformerState.Retrying state = assertInstanceOf(InformerState.Retrying.class, informer.state());
        assertEquals("line is down", state.cause().getMessage());
        assertTrue(state.after().toMillis() >= 800 && state.after().toMillis() <= 1600, state.toString());

        world.user().create(Widget.of("a", 1));
        world.advance(state.after());
        assertEquals(List.of("add a=1"), handler.heard);
        assertEquals(1, world.faults().lists());
        assertInstanceOf(InformerState.Watching.class, informer.state());
    }

    @Test
    void failedListIsRetriedWithGrowingBackoff() {
        world.faults().failLists(8);
        informer.start();
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            world.run();
            InformerState.Retrying state = assertInstanceOf(InformerState.Retrying.class, informer.state());
            delays.add(state.after().toMillis());
            assertEquals(i + 1, state.failures());
            assertFalse(informer.hasSynced());
            world.advance(state.after());
        }

        for (int i = 0; i < 8; i++) {
            long least = Math.min(30_000, 800L << i);
            long most = Math.min(30_000, 1_600L << i);
            assertTrue(delays.get(i) >= least && delays.get(i) <= most, delays.toString());
        }
        assertTrue(informer.hasSynced());
    }

    @Test
    void quietCacheReachesRevisionByBookmark() {
        started();
        long before = informer.revision();
        world.user().create(new ConfigMap(ObjectMeta.named("default", "other"), null, null, null));
        world.run();
        assertEquals(before, informer.revision(), "nothing of its own kind happened");

        world.environment().await(informer.awaitRevision(before + 1), Duration.ZERO.plusSeconds(1));
        assertTrue(informer.revision() > before);
    }

    @Test
    void awaitedRevisionComesThroughARelist() {
        started();
        world.faults().pause(Widget.KIND);
        world.user().create(Widget.of("a", 1));
        CompletableFuture<Void> reached =
                informer.awaitRevision(world.store().revision()).toCompletableFuture();
        world.run();
        assertFalse(reached.isDone());
        world.faults().endWatches(Widget.KIND, new WatchEnd.Expired(99));
        world.faults().resume(Widget.KIND);
        world.run();

        assertTrue(reached.isDone());
        assertTrue(informer.find(Widget.key("a")).isPresent());
    }

    @Test
    void closeNamesItsReasonToWhoeverWaits() {
        started();
        CompletableFuture<Void> waiting = informer.awaitRevision(1_000).toCompletableFuture();
        informer.close("the test is over");
        world.run();

        assertEquals(new InformerState.Stopped("the test is over"), informer.state());
        assertEquals(
                new InformerState.Stopped("the test is over"),
                world.environment().await(informer.stopped(), Duration.ofSeconds(1)));
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> world.environment().await(waiting, Duration.ofSeconds(1)));
        assertTrue(failure.getMessage().contains("the test is over"), failure.getMessage());
    }

    @Test
    void indexesAgreeWithCacheAtEveryEvent() {
        informer.addHandler(world.environment().serial("check"), new InformerHandler<>() {
            @Override
            public void onAdd(Widget object, Origin origin) {
                compareIndexes();
            }

            @Override
            public void onUpdate(Widget old, Widget now) {
                compareIndexes();
            }

            @Override
            public void onDelete(Widget last, LastState state) {
                compareIndexes();
            }
        });
        world.namespace("one");
        world.namespace("two");
        started();
        world.user().create(Widget.of("one", "a", 1, "n1"));
        world.user().create(Widget.of("two", "a", 1, ""));
        compareIndexes();
        world.user().patch(Widget.KIND, ResourceKey.of("two", "a"), w -> w.withNode("n1"));
        world.user().patch(Widget.KIND, ResourceKey.of("two", "a"), w -> w.withSize(2));
        world.user().delete(Widget.KIND, ResourceKey.of("one", "a"));
        world.run();
        compareIndexes();
        assertEquals(0, world.environment().failures().size());
        assertEquals(
                1,
                informer.byIndex(Index.field(Widget.KIND, "spec.nodeName"), "n1")
                        .size());
        assertEquals(0, informer.byIndex(Index.namespace(Widget.KIND), "one").size());
        assertEquals(List.of(), List.copyOf(informer.byIndex(BY_SIZE, "1")));
    }

    private void compareIndexes() {
        Collection<Widget> all = informer.list();
        assertEquals(all.size(), informer.byIndex(BY_SIZE, "all").size());
        for (Widget widget : all) {
            assertTrue(informer.byIndex(BY_SIZE, "" + widget.size()).contains(widget));
            assertTrue(informer.byIndex(
                            Index.namespace(Widget.KIND), widget.metadata().namespace())
                    .contains(widget));
            assertEquals(
                    !widget.node().isEmpty(),
                    informer.byIndex(Index.field(Widget.KIND, "spec.nodeName"), "n1")
                            .contains(widget));
        }
    }

    @Test
    void throwingIndexFunctionFindsNothingAndHarmsNobody() {
        Index<Widget> bad = Index.of(Widget.KIND, "bad", widget -> {
            throw new IllegalStateException("as the test wants it");
        });
        started();
        world.user().create(Widget.of("a", 1));
        assertEquals(0, informer.byIndex(bad, "x").size());
        world.run();
        world.user().create(Widget.of("b", 1));
        world.run();

        assertEquals(0, informer.byIndex(bad, "x").size());
        assertEquals(2, informer.size());
    }

    @Test
    void indexesOfOneNameAndDifferentCodeAreTwo() {
        Index<Widget> bySize = Index.of(Widget.KIND, "x", widget -> List.of("" + widget.size()));
        Index<Widget> byName =
                Index.of(Widget.KIND, "x", widget -> List.of(widget.metadata().name()));
        started();
        world.user().create(Widget.of("a", 1));
        world.run();
        for (int i = 0; i < 2; i++) { // by looking at each object, then by what was built
            assertEquals(1, informer.byIndex(bySize, "1").size());
            assertEquals(1, informer.byIndex(byName, "a").size());
            assertEquals(0, informer.byIndex(byName, "1").size());
            world.run();
        }
        world.user().create(Widget.of("b", 1));
        world.run();
        assertEquals(2, informer.byIndex(bySize, "1").size());
        assertEquals(1, informer.byIndex(byName, "b").size());
        assertNotEquals(bySize, byName);
    }

    @Test
    void indexOfAnotherKindIsRefused() {
        Index<Widget> foreign = Index.namespace(Widget.KIND);
        Informer<Pod> pods =
                Informer.builder(world.faults(), world.environment(), Pod.KIND).build();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Index<Pod> wrong = (Index) foreign;

        assertThrows(IllegalArgumentException.class, () -> pods.byIndex(wrong, "x"));
    }

    @Test
    void objectThatLeavesTheSelectionIsDeleted() {
        Informer<Widget> selected = builder()
                .selection(Selection.all().field("spec.nodeName", "n1"))
                .build();
        selected.addHandler(handler);
        selected.start();
        world.run();
        world.user().create(Widget.of("default", "a", 1, ""));
        world.user().patch(Widget.KIND, Widget.key("a"), widget -> widget.withNode("n1"));
        world.user().patch(Widget.KIND, Widget.key("a"), widget -> widget.withNode("n2"));
        world.run();

        assertEquals(List.of("add a=1", "delete a=1"), handler.heard);
        assertEquals(0, selected.size());
    }

    @Test
    void listSelectsByNamespaceLabelsAndFieldsInOrder() {
        world.namespace("one");
        world.namespace("two");
        started();
        world.user().create(Widget.of("one", "b", 1, "n1"));
        world.user().create(Widget.of("one", "a", 1, "n1"));
        world.user().create(Widget.of("one", "c", 1, ""));
        world.user().create(Widget.of("two", "a", 1, "n1"));
        world.run();

        assertEquals(
                List.of("a", "b"),
                informer.list(Selection.inNamespace("one").field("spec.nodeName", "n1")).stream()
                        .map(widget -> widget.metadata().name())
                        .toList());
        assertEquals(4, informer.list(Selection.all()).size());
        assertThrows(
                BadRequestException.class, () -> informer.list(Selection.all().field("spec.other", "x")));
    }

    @Test
    void resyncHandsOverEveryObjectAgain() {
        Informer<Widget> resyncing = builder().resync(Duration.ofMinutes(1)).build();
        resyncing.addHandler(handler);
        resyncing.start();
        world.user().create(Widget.of("a", 1));
        world.advance(Duration.ofMinutes(2));

        assertEquals(List.of("there a=1", "resync a=1", "resync a=1"), handler.heard);
        resyncing.close();
        world.run();
        long actions = world.environment().actions();
        world.advance(Duration.ofHours(1));
        assertEquals(actions, world.environment().actions(), "a closed informer leaves no timer");
    }

    @Test
    void transformRunsBeforeStoring() {
        Informer<Widget> smaller =
                builder().transform(widget -> widget.withNode("")).build();
        world.user().create(Widget.of("default", "a", 1, "n1"));
        smaller.start();
        world.run();

        assertEquals("", smaller.find(Widget.key("a")).orElseThrow().node());
    }

    @Test
    void informersShareOnePerKindAndSelection() {
        Informers informers = new Informers(world.faults(), world.environment());
        Informer<Widget> all = informers.of(Widget.KIND);

        assertSame(all, informers.of(Widget.KIND));
        assertFalse(all == informers.of(Widget.KIND, Selection.inNamespace("one")));
        informers.start();
        world.runUntil(() -> informers.synced().toCompletableFuture().isDone());
        informers.close("over");
        world.run();
        assertEquals(new InformerState.Stopped("over"), all.state());
        assertThrows(IllegalStateException.class, () -> informers.of(Pod.KIND));
    }

    private void started() {
        informer.start();
        world.run();
        assertTrue(informer.hasSynced());
    }
}
