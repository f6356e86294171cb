package io.coxswain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.core.v1.Event;
import io.coxswain.testing.Widget;
import io.coxswain.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
    private final World world = new World();
    private final EventRecorder recorder = EventRecorder.create(world.faults(), world.environment(), "tester");
    private final Widget widget = world.user().create(Widget.of("kube-system", "a", 1, ""));

    @AfterEach
    void end() {
        world.close();
    }

    private List<Event> events() {
        world.run();
        return world.user().list(Event.KIND);
    }

    @Test
    void eventNamesObjectAndReporter() {
        Instant now = world.environment().now();
        recorder.event(widget, EventType.WARNING, "TooSmall", "size 1 is too small");

        Event event = events().get(0);
        assertEquals("kube-system", event.metadata().namespace());
        assertEquals("Warning", event.type());
        assertEquals("TooSmall", event.reason());
        assertEquals("size 1 is too small", event.message());
        assertEquals(1, event.count());
        assertEquals(now, event.firstTimestamp());
        assertEquals("tester", event.source().component());
        assertEquals("Widget", event.involvedObject().kind());
        assertEquals("a", event.involvedObject().name());
        assertEquals(widget.metadata().uid(), event.involvedObject().uid());
    }

    @Test
    void equalEventsWithinTenMinutesAreOneThatCounts() {
        recorder.event(widget, EventType.NORMAL, "Grown", "by one");
        recorder.event(widget, EventType.NORMAL, "Grown", "by one");
        world.advance(Duration.ofMinutes(9));
        recorder.event(widget, EventType.NORMAL, "Grown", "by one");

        Event event = events().get(0);
        assertEquals(1, events().size());
        assertEquals(3, event.count());
        assertEquals(Duration.ofMinutes(9), Duration.between(event.firstTimestamp(), event.lastTimestamp()));
    }

    @Test
    void laterOrOtherEventsAreEventsOfTheirOwn() {
        recorder.event(widget, EventType.NORMAL, "Grown", "by one");
        recorder.event(widget, EventType.NORMAL, "Grown", "by two");
        recorder.event(widget, EventType.WARNING, "Grown", "by one");
        world.advance(Duration.ofMinutes(11));
        recorder.event(widget, EventType.NORMAL, "Grown", "by one");

        assertEquals(4, events().size());
    }

    @Test
    void objectThatCausesTooManyIsCutOff() {
        for (int i = 0; i < 40; i++) {
            recorder.event(widget, EventType.NORMAL, "Grown", "by " + i);
        }
        assertEquals(25, events().size());
        assertEquals(15, recorder.dropped());

        world.advance(Duration.ofMinutes(5));
        recorder.event(widget, EventType.NORMAL, "Grown", "again");
        recorder.event(widget, EventType.NORMAL, "Grown", "and again");
        assertEquals(26, events().size());
    }

    @Test
    void countedEventThatWasDeletedIsWrittenAnew() {
        recorder.event(widget, EventType.NORMAL, "Grown", "by one");
        world.user().delete(events().get(0));
        recorder.event(widget, EventType.NORMAL, "Grown", "by one");

        assertEquals(2, events().get(0).count());
    }

    @Test
    void longMessageIsCut() {
        recorder.event(widget, EventType.NORMAL, "Grown", "x".repeat(2_000));

        assertEquals(1_024, events().get(0).message().length());
    }
}
