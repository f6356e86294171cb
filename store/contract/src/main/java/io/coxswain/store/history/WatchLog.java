package io.coxswain.store.history;

import io.coxswain.client.WatchEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one watch delivered.
 *
 * @param client who watched
 * @param kind the kind's name
 * @param selected the contents that the selection selects; {@code null}: all
 * @param from everything after this revision; -1: from now on
 * @param invoked when the watch was asked for
 * @param returned when that call returned
 * @param deliveries what happened, in order
 */
public record WatchLog(
        String client,
        String kind,
        @Nullable List<String> selected,
        long from,
        long invoked,
        long returned,
        List<Delivery> deliveries) {
    /** {@link #from} of a watch from now on. */
    public static final long NOW = -1;

    public WatchLog {
        selected = selected == null ? null : List.copyOf(selected);
        deliveries = List.copyOf(deliveries);
    }

    /** Something that happened to a watch. */
    public sealed interface Delivery {
        /** When. */
        long at();
    }

    /** One call of the listener with events. */
    public record Events(long at, List<Seen> events) implements Delivery {
        public Events {
            events = List.copyOf(events);
        }
    }

    /** A bookmark. */
    public record Bookmark(long at, long revision) implements Delivery {}

    /** The client asked for a bookmark. */
    public record BookmarkAsked(long at) implements Delivery {}

    /** A call of the listener while another was under way. */
    public record Overlap(long at) implements Delivery {}

    /** The end, and its kind: {@code Closed}, {@code Expired} or {@code Failed}. */
    public record End(long at, String cause) implements Delivery {}

    /**
     * One event.
     *
     * @param object the object as the event shows it
     * @param revision the event's revision
     */
    public record Seen(WatchEvent.Type type, Version object, long revision) {
        @Override
        public String toString() {
            return type + " " + object + " in revision " + revision;
        }
    }
}
