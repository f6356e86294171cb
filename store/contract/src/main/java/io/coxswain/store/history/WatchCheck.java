package io.coxswain.store.history;

import io.coxswain.client.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what each watch delivered with what the transactions did, in the order of their revisions: ordered, unique, without
 * gaps, whole transactions at a time, each event the right one, bookmarks neither too early nor too far.
 *
 * <p>A history says nothing of what a watch would still have delivered. A watch is complete up to its last event or bookmark;
 * so a history is taken when a last bookmark, asked for at rest, has come.
 */
public final class WatchCheck {
    private final Timeline timeline;
    private final Bounds bounds;
    private final Anomalies anomalies = new Anomalies();

    private WatchCheck(History history) {
        // what is wrong with the transactions themselves is the witness check's
        timeline = new Timeline(history, new Anomalies());
        bounds = new Bounds(history, timeline);
    }

    /** Checks the watches of a history of a store that was empty when it began. */
    public static Verdict check(History history) {
        WatchCheck check = new WatchCheck(history);
        if (check.timeline.hasUnresolved() && !check.timeline.missing().isEmpty()) {
            return new Verdict.Inconclusive("it isn't known what revisions " + check.timeline.missing() + " wrote");
        }
        history.watches().forEach(watch -> check.new Follower(watch).follow());
        return check.anomalies.verdict();
    }

    /** Follows one watch. */
    private final class Follower {
        private final WatchLog watch;
        private final TreeMap<Long, List<WatchLog.Seen>> expected = new TreeMap<>();
        private final List<Long> bookmarksDue = new ArrayList<>();
        /** Up to this revision events may be missing, if they are before the first that came. */
        private final long optional;

        private long cursor;
        private boolean ended;

        Follower(WatchLog watch) {
            this.watch = watch;
            boolean now = watch.from() == WatchLog.NOW;
            cursor = now ? bounds.floor(watch.invoked()) : watch.from();
            optional = now ? bounds.ceiling(watch.returned()) : cursor;
            timeline.changes().tailMap(cursor, false).forEach((revision, changes) -> {
                List<WatchLog.Seen> events = new ArrayList<>();
                changes.forEach(change -> expect(change, revision, events));
                if (!events.isEmpty()) {
                    expected.put(revision, events);
                }
            });
        }

        private void expect(Timeline.Change change, long revision, List<WatchLog.Seen> into) {
            Version before = selected(change.before());
            Version after = selected(change.after());
            if (after != null) {
                WatchEvent.Type type = before == null ? WatchEvent.Type.ADDED : WatchEvent.Type.MODIFIED;
                into.add(new WatchLog.Seen(type, after, revision));
            } else if (before != null) {
                into.add(new WatchLog.Seen(WatchEvent.Type.DELETED, before.at(revision), revision));
            }
        }

        private @Nullable Version selected(@Nullable Version version) {
            boolean is = version != null
                    && version.kind().equals(watch.kind())
                    && (watch.selected() == null || watch.selected().contains(version.content()));
            return is ? version : null;
        }

        void follow() {
            for (WatchLog.Delivery delivery : watch.deliveries()) {
                if (ended && !(delivery instanceof WatchLog.BookmarkAsked)) {
                    wrong(delivery + " after the end");
                } else if (delivery instanceof WatchLog.Events events) {
                    take(events);
                } else if (delivery instanceof WatchLog.Bookmark bookmark) {
                    take(bookmark);
                } else if (delivery instanceof WatchLog.BookmarkAsked asked) {
                    bookmarksDue.add(bounds.floor(asked.at()));
                } else if (delivery instanceof WatchLog.Overlap) {
                    wrong("a call of the listener while another was under way");
                } else {
                    ended = true;
                }
            }
            if (!ended && !bookmarksDue.isEmpty()) {
                wrong("asked for a bookmark, none at or above revision " + bookmarksDue.get(0) + " came");
            }
        }

        private void take(WatchLog.Events call) {
            if (call.events().isEmpty()) {
                wrong("a call without events");
            }
            Map<Long, List<WatchLog.Seen>> byRevision = new TreeMap<>();
            long last = 0;
            for (WatchLog.Seen event : call.events()) {
                if (event.revision() < last) {
                    wrong(event + " after revision " + last + " in one call");
                }
                last = event.revision();
                byRevision.computeIfAbsent(last, absent -> new ArrayList<>()).add(event);
            }
            byRevision.forEach(this::take);
        }

        private void take(long revision, List<WatchLog.Seen> events) {
            if (revision <= cursor) {
                wrong(events.get(0) + ", though everything up to revision " + cursor + " has been delivered");
                return;
            }
            requireNoGap(revision - 1, events.get(0).toString());
            cursor = revision;
            List<WatchLog.Seen> missing = new ArrayList<>(expected.getOrDefault(revision, List.of()));
            for (WatchLog.Seen event : events) {
                if (!missing.removeIf(right -> same(event, right))) {
                    wrong(event + ", right is " + expected.getOrDefault(revision, List.of()));
                }
            }
            if (!missing.isEmpty()) {
                wrong("revision " + revision + " came without " + missing);
            }
        }

        private void requireNoGap(long upTo, String before) {
            if (upTo > cursor) {
                expected.subMap(cursor, false, upTo, true).forEach((revision, events) -> {
                    if (revision > optional) {
                        wrong(before + " before " + events);
                    }
                });
            }
        }

        private void take(WatchLog.Bookmark bookmark) {
            long revision = bookmark.revision();
            if (revision < cursor) {
                wrong("bookmark " + revision + " after revision " + cursor);
            }
            requireNoGap(revision, "bookmark " + revision);
            long ceiling = bounds.ceiling(bookmark.at());
            if (revision > Math.max(ceiling, watch.from())) {
                wrong("bookmark " + revision + ", though nothing beyond " + ceiling + " was begun");
            }
            cursor = Math.max(cursor, revision);
            bookmarksDue.removeIf(due -> due <= revision);
        }

        private static boolean same(WatchLog.Seen one, WatchLog.Seen other) {
            return one.type() == other.type() && Version.same(one.object(), other.object());
        }

        private void wrong(String what) {
            anomalies.add(watch.client() + "'s watch of " + watch.kind() + " from "
                    + (watch.from() == WatchLog.NOW ? "now" : watch.from()) + ": " + what);
        }
    }
}
