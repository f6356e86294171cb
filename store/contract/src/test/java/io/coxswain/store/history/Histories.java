package io.coxswain.store.history;

import io.coxswain.client.WatchEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes histories by hand. Calls take one moment each and don't overlap, unless they are said to. */
final class Histories {
    private final List<Call> calls = new ArrayList<>();
    private final List<WatchLog> watches = new ArrayList<>();
    private long now;

    static String target(String name) {
        return "Widget default/" + name;
    }

    static Version version(String name, int size, long revision) {
        return new Version(target(name), name + size, "", "uid-" + name, "", revision);
    }

    static Effect put(String name, int size) {
        return new Effect(target(name), version(name, size, 0));
    }

    static Effect delete(String name) {
        return new Effect(target(name), null);
    }

    static Condition condition(Condition.Type type, String name, String expected) {
        return new Condition(type, target(name), expected);
    }

    static CommitResult applied(long revision, Version... results) {
        return new CommitResult.Applied(revision, true, Arrays.asList(results));
    }

    static CommitResult unchanged(long revision, Version... results) {
        return new CommitResult.Applied(revision, false, Arrays.asList(results));
    }

    long tick() {
        return ++now;
    }

    Histories commit(CommitResult result, List<Condition> conditions, Effect... effects) {
        return commit(tick(), tick(), result, conditions, effects);
    }

    Histories commit(long invoked, long returned, CommitResult result, List<Condition> conditions, Effect... effects) {
        now = Math.max(now, returned == Call.NEVER ? invoked : returned);
        calls.add(new Call.Commit("c" + invoked % 7, invoked, returned, conditions, List.of(effects), result));
        return this;
    }

    /** A put that goes through. */
    Histories put(long revision, String name, int size) {
        return commit(applied(revision, version(name, size, revision)), List.of(), put(name, size));
    }

    Histories get(String name, Version found) {
        return get(tick(), tick(), name, found);
    }

    Histories get(long invoked, long returned, String name, Version found) {
        now = Math.max(now, returned);
        calls.add(new Call.Get("g" + invoked % 7, invoked, returned, Call.Asked.CURRENT, -1, target(name), found));
        return this;
    }

    Histories list(Call.Asked asked, long revision, Version... items) {
        return page(asked, revision, null, Integer.MAX_VALUE, Call.More.NO, items);
    }

    Histories page(Call.Asked asked, long revision, String after, int limit, Call.More more, Version... items) {
        String behind = after == null ? null : target(after);
        calls.add(new Call.Read(
                "r", tick(), tick(), asked, revision, "Widget", null, behind, limit, List.of(items), more));
        return this;
    }

    /** A watch of everything that was opened before anything happened and delivers now. */
    Histories watch(long from, WatchLog.Delivery... deliveries) {
        watches.add(new WatchLog("w", "Widget", null, from, -2, -1, List.of(deliveries)));
        return this;
    }

    Histories watchSelected(List<String> selected, WatchLog.Delivery... deliveries) {
        watches.add(new WatchLog("w", "Widget", selected, 0, -2, -1, List.of(deliveries)));
        return this;
    }

    WatchLog.Events events(WatchLog.Seen... seen) {
        return new WatchLog.Events(tick(), List.of(seen));
    }

    WatchLog.Bookmark bookmark(long revision) {
        return new WatchLog.Bookmark(tick(), revision);
    }

    static WatchLog.Seen added(String name, int size, long revision) {
        return new WatchLog.Seen(WatchEvent.Type.ADDED, version(name, size, revision), revision);
    }

    static WatchLog.Seen modified(String name, int size, long revision) {
        return new WatchLog.Seen(WatchEvent.Type.MODIFIED, version(name, size, revision), revision);
    }

    static WatchLog.Seen deleted(String name, int size, long revision) {
        return new WatchLog.Seen(WatchEvent.Type.DELETED, version(name, size, revision), revision);
    }

    History history() {
        return new History(calls, watches);
    }
}
