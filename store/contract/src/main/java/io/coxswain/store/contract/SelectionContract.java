package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Write;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A watch with a selection: who enters it is ADDED, who leaves it DELETED. */
abstract class SelectionContract extends WatchContract {
    private static final Selection WEB = Selection.all().labels("app=web");

    private static Write labelled(String name, int size, String app) {
        return Widget.put(Widget.of(name, size).labelled("app", app));
    }

    private void writeComingsAndGoings() {
        write(Widget.put("a", 1));
        write(labelled("a", 2, "web"));
        write(labelled("a", 3, "web"));
        write(labelled("a", 4, "db"));
        write(Widget.delete("a"));
        write(labelled("z", 1, "web"));
        write(Widget.delete("z"));
    }

    private static final List<String> COMINGS_AND_GOINGS =
            List.of("ADDED a 2", "MODIFIED a 3", "DELETED a 4", "ADDED z 6", "DELETED z 7");

    @Test
    void objectsEnterAndLeaveTheSelection() {
        EventRecorder<Widget> live = watch(WatchFrom.revision(0), WEB);
        writeComingsAndGoings();
        assertEquals(COMINGS_AND_GOINGS, live.await(5));
        assertEquals(COMINGS_AND_GOINGS, watch(WatchFrom.revision(0), WEB).await(5), "as seen later");
    }

    @Test
    void objectThatLeavesIsShownInTheLastStateThatWasSelected() {
        EventRecorder<Widget> recorder = watch(WatchFrom.revision(0), WEB);
        writeComingsAndGoings();
        recorder.await(5);
        WatchEvent<Widget> left = recorder.events().get(2);
        assertEquals(3, left.object().size());
        assertEquals(Map.of("app", "web"), left.object().metadata().labels());
        assertEquals(4, left.object().metadata().resourceVersion());
    }

    @Test
    void selectionCanBeEnteredByLeavingNothing() {
        EventRecorder<Widget> recorder = watch(WatchFrom.now(), Selection.all().labels("!hidden"));
        write(Widget.put(Widget.of("a", 1).labelled("hidden", "yes")));
        write(Widget.put("a", 2));
        write(Widget.put(Widget.of("a", 3).labelled("hidden", "yes")));
        assertEquals(List.of("ADDED a 2", "DELETED a 3"), recorder.await(2));
    }

    @Test
    void watchThatBeginsInTheMiddleKnowsWhoIsSelected() {
        writeComingsAndGoings();
        assertEquals(
                List.of("MODIFIED a 3", "DELETED a 4", "ADDED z 6", "DELETED z 7"),
                watch(WatchFrom.revision(2), WEB).await(4));
        assertEquals(
                List.of("ADDED z 6", "DELETED z 7"),
                watch(WatchFrom.revision(4), WEB).await(2));
    }

    @Test
    void narrowWatchesSeeWhatTheySelect() {
        EventRecorder<Widget> byNamespace = watch(WatchFrom.now(), Selection.inNamespace("n2"));
        EventRecorder<Widget> byName =
                watch(WatchFrom.now(), Selection.inNamespace("n1").field("metadata.name", "b"));
        EventRecorder<Widget> byNameAnywhere =
                watch(WatchFrom.now(), Selection.all().field("metadata.name", "b"));
        EventRecorder<Widget> byField = watch(WatchFrom.now(), Selection.all().field("place", "x"));
        EventRecorder<Widget> byBoth =
                watch(WatchFrom.now(), Selection.inNamespace("n1").field("place", "x"));
        write(Widget.put(Widget.of("n1", "a", 1, "x")));
        write(Widget.put(Widget.of("n1", "b", 1, "y")));
        write(Widget.put(Widget.of("n2", "b", 1, "x")));
        write(Widget.put(Widget.of("n1", "a", 2, "y")));
        write(Widget.put(Widget.of("n1", "b", 2, "x")));
        write(new Write.Delete<>(Widget.KIND, ResourceKey.of("n2", "b")));
        assertEquals(List.of("ADDED b 3", "DELETED b 6"), byNamespace.await(2));
        assertEquals(List.of("ADDED b 2", "MODIFIED b 5"), byName.await(2));
        assertEquals(List.of("ADDED b 2", "ADDED b 3", "MODIFIED b 5", "DELETED b 6"), byNameAnywhere.await(4));
        assertEquals(List.of("ADDED a 1", "ADDED b 3", "DELETED a 4", "ADDED b 5", "DELETED b 6"), byField.await(5));
        assertEquals(List.of("ADDED a 1", "DELETED a 4", "ADDED b 5"), byBoth.await(3));
    }

    @Test
    void transactionShowsOnlyItsSelectedObjects() {
        EventRecorder<Widget> recorder = watch(WatchFrom.now(), WEB);
        write(labelled("a", 1, "web"), labelled("b", 1, "db"), labelled("c", 1, "web"));
        write(labelled("a", 2, "db"), labelled("b", 2, "web"));
        recorder.await(4);
        assertEquals(
                List.of("ADDED a 1", "ADDED c 1", "ADDED b 2", "DELETED a 2"),
                recorder.texts().stream()
                        .sorted(Comparator.comparing((String text) -> text.substring(text.length() - 1))
                                .thenComparing(text -> text))
                        .toList());
    }

    @Test
    void narrowWatchIsBookmarkedAtRevisionsThatDoNotConcernIt() {
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        Watch watch = watch(WatchFrom.now(), WEB, recorder);
        write(labelled("a", 1, "web"));
        write(labelled("b", 1, "db"));
        write(Gadget.put("g", 1));
        watch.requestBookmark();
        recorder.await(all -> !all.bookmarks().isEmpty());
        assertEquals(List.of("ADDED a 1"), recorder.texts());
        assertEquals(List.of(3L), recorder.bookmarks());
    }

    @Test
    void selectedListAndWatchLeadToTheSelectedState() {
        for (int i = 0; i < 60; i++) {
            write(labelled("w" + i % 7, i, i % 3 == 0 ? "web" : "db"));
            if (i % 5 == 4) {
                write(Widget.delete("w" + i % 4));
            }
        }
        for (long from = 0; from <= store().revision(); from += 9) {
            EventRecorder<Widget> recorder = new EventRecorder<>(env());
            watch(WatchFrom.revision(from), WEB, recorder).requestBookmark();
            recorder.await(all -> !all.bookmarks().isEmpty());
            List<Widget> start = store().snapshot(from).list(Widget.KIND, WEB);
            assertEquals(
                    store().snapshot().list(Widget.KIND, WEB), Replay.of(start, recorder.events()), "from " + from);
        }
    }
}
