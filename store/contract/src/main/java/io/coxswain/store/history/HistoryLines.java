package io.coxswain.store.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.coxswain.client.WatchEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form of a history as JSON lines. */
final class HistoryLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private HistoryLines() {}

    static List<String> write(History history) {
        List<String> lines = new ArrayList<>();
        history.calls().forEach(call -> lines.add(text(callObject(call))));
        history.watches().forEach(watch -> lines.add(text(watchObject(watch))));
        return lines;
    }

    private static String text(Map<String, @Nullable Object> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not to be written as JSON: " + object, e);
        }
    }

    private static Map<String, @Nullable Object> callObject(Call call) {
        if (call instanceof Call.Commit commit) {
            Map<String, @Nullable Object> line = begin("commit", commit);
            line.put(
                    "conditions",
                    commit.conditions().stream()
                            .map(HistoryLines::conditionObject)
                            .toList());
            line.put(
                    "effects",
                    commit.effects().stream().map(HistoryLines::effectObject).toList());
            line.put("result", resultObject(commit.result()));
            return line;
        }
        if (call instanceof Call.Get get) {
            Map<String, @Nullable Object> line = begin("get", get);
            line.put("asked", get.asked());
            line.put("revision", get.revision());
            line.put("target", get.target());
            line.put("found", versionObject(get.found()));
            return line;
        }
        Call.Read read = (Call.Read) call;
        Map<String, @Nullable Object> line = begin("read", read);
        line.put("asked", read.asked());
        line.put("revision", read.revision());
        line.put("kind", read.kind());
        line.put("selected", read.selected());
        line.put("after", read.after());
        line.put("limit", read.limit());
        line.put("items", read.items().stream().map(HistoryLines::versionObject).toList());
        line.put("more", read.more());
        return line;
    }

    private static Map<String, @Nullable Object> begin(String what, Call call) {
        Map<String, @Nullable Object> line = object("call", what);
        line.put("client", call.client());
        line.put("invoked", call.invoked());
        line.put("returned", call.returned());
        return line;
    }

    private static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(name, value);
        return object;
    }

    private static Map<String, @Nullable Object> conditionObject(Condition condition) {
        Map<String, @Nullable Object> object = object("type", condition.type());
        object.put("target", condition.target());
        object.put("expected", condition.expected());
        return object;
    }

    private static Map<String, @Nullable Object> effectObject(Effect effect) {
        Map<String, @Nullable Object> object = object("target", effect.target());
        object.put("wanted", versionObject(effect.wanted()));
        return object;
    }

    private static Map<String, @Nullable Object> resultObject(CommitResult result) {
        if (result instanceof CommitResult.Applied applied) {
            Map<String, @Nullable Object> object = object("applied", applied.revision());
            object.put("changed", applied.changed() ? 1 : 0);
            List<@Nullable Object> results = new ArrayList<>();
            applied.results().forEach(version -> results.add(versionObject(version)));
            object.put("results", results);
            return object;
        }
        if (result instanceof CommitResult.Refused refused) {
            return object("refused", refused.condition());
        }
        return result instanceof CommitResult.NothingWritten nothing
                ? object("nothingWritten", nothing.why())
                : object("unknown", ((CommitResult.Unknown) result).why());
    }

    private static @Nullable Map<String, @Nullable Object> versionObject(@Nullable Version version) {
        if (version == null) {
            return null;
        }
        Map<String, @Nullable Object> object = object("target", version.target());
        object.put("content", version.content());
        object.put("applied", version.applied());
        object.put("uid", version.uid());
        object.put("fence", version.fence());
        object.put("revision", version.revision());
        return object;
    }

    private static Map<String, @Nullable Object> watchObject(WatchLog watch) {
        Map<String, @Nullable Object> line = object("watch", watch.kind());
        line.put("client", watch.client());
        line.put("selected", watch.selected());
        line.put("from", watch.from());
        line.put("invoked", watch.invoked());
        line.put("returned", watch.returned());
        line.put(
                "deliveries",
                watch.deliveries().stream().map(HistoryLines::deliveryObject).toList());
        return line;
    }

    private static Map<String, @Nullable Object> deliveryObject(WatchLog.Delivery delivery) {
        Map<String, @Nullable Object> object = object("at", delivery.at());
        if (delivery instanceof WatchLog.Events events) {
            object.put(
                    "events",
                    events.events().stream().map(HistoryLines::seenObject).toList());
        } else if (delivery instanceof WatchLog.Bookmark bookmark) {
            object.put("bookmark", bookmark.revision());
        } else if (delivery instanceof WatchLog.End end) {
            object.put("end", end.cause());
        } else {
            object.put("note", delivery instanceof WatchLog.Overlap ? "overlap" : "bookmarkAsked");
        }
        return object;
    }

    private static Map<String, @Nullable Object> seenObject(WatchLog.Seen seen) {
        Map<String, @Nullable Object> object = object("type", seen.type());
        object.put("object", versionObject(seen.object()));
        object.put("revision", seen.revision());
        return object;
    }

    static History read(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        List<WatchLog> watches = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                Fields line = object(lines.get(i));
                if (line.has("watch")) {
                    watches.add(watch(line));
                } else {
                    calls.add(call(line));
                }
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("history line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return new History(calls, watches);
    }

    private static Fields object(String line) {
        try {
            return new Fields(JSON.readValue(line, Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static Call call(Fields line) {
        String client = line.text("client");
        long invoked = line.number("invoked");
        long returned = line.number("returned");
        return switch (line.text("call")) {
            case "commit" ->
                new Call.Commit(
                        client,
                        invoked,
                        returned,
                        line.all("conditions", HistoryLines::condition),
                        line.all("effects", HistoryLines::effect),
                        result(line.inner("result")));
            case "get" ->
                new Call.Get(
                        client,
                        invoked,
                        returned,
                        Call.Asked.valueOf(line.text("asked")),
                        line.number("revision"),
                        line.text("target"),
                        version(line.innerOrNull("found")));
            case "read" ->
                new Call.Read(
                        client,
                        invoked,
                        returned,
                        Call.Asked.valueOf(line.text("asked")),
                        line.number("revision"),
                        line.text("kind"),
                        line.texts("selected"),
                        line.textOrNull("after"),
                        (int) line.number("limit"),
                        line.all("items", HistoryLines::requiredVersion),
                        Call.More.valueOf(line.text("more")));
            default ->
                throw new IllegalArgumentException("call " + line.text("call") + ": must be commit, get or read");
        };
    }

    private static Condition condition(Fields object) {
        return new Condition(
                Condition.Type.valueOf(object.text("type")), object.text("target"), object.text("expected"));
    }

    private static Effect effect(Fields object) {
        return new Effect(object.text("target"), version(object.innerOrNull("wanted")));
    }

    private static CommitResult result(Fields object) {
        if (object.has("applied")) {
            List<@Nullable Version> results = new ArrayList<>();
            for (Object each : object.list("results")) {
                results.add(version(Fields.orNull(each)));
            }
            return new CommitResult.Applied(object.number("applied"), object.number("changed") == 1, results);
        }
        if (object.has("refused")) {
            return new CommitResult.Refused((int) object.number("refused"));
        }
        return object.has("unknown")
                ? new CommitResult.Unknown(object.text("unknown"))
                : new CommitResult.NothingWritten(object.text("nothingWritten"));
    }

    private static Version requiredVersion(Fields object) {
        return new Version(
                object.text("target"),
                object.text("content"),
                object.textOrNull("applied"),
                object.text("uid"),
                object.text("fence"),
                object.number("revision"));
    }

    private static @Nullable Version version(@Nullable Fields object) {
        return object == null ? null : requiredVersion(object);
    }

    private static WatchLog watch(Fields line) {
        return new WatchLog(
                line.text("client"),
                line.text("watch"),
                line.texts("selected"),
                line.number("from"),
                line.number("invoked"),
                line.number("returned"),
                line.all("deliveries", HistoryLines::delivery));
    }

    private static WatchLog.Delivery delivery(Fields object) {
        long at = object.number("at");
        if (object.has("events")) {
            return new WatchLog.Events(at, object.all("events", HistoryLines::seen));
        }
        if (object.has("bookmark")) {
            return new WatchLog.Bookmark(at, object.number("bookmark"));
        }
        if (object.has("end")) {
            return new WatchLog.End(at, object.text("end"));
        }
        return object.text("note").equals("overlap") ? new WatchLog.Overlap(at) : new WatchLog.BookmarkAsked(at);
    }

    private static WatchLog.Seen seen(Fields object) {
        return new WatchLog.Seen(
                WatchEvent.Type.valueOf(object.text("type")),
                requiredVersion(object.inner("object")),
                object.number("revision"));
    }

    /** The members of an object, with their types. */
    private static final class Fields {
        private final Map<?, ?> members;

        Fields(Map<?, ?> members) {
            this.members = members;
        }

        static @Nullable Fields orNull(@Nullable Object value) {
            return value == null ? null : new Fields((Map<?, ?>) value);
        }

        boolean has(String name) {
            return members.containsKey(name);
        }

        private Object required(String name) {
            return Objects.requireNonNull(members.get(name), () -> name + ": must be there");
        }

        String text(String name) {
            return (String) required(name);
        }

        @Nullable
        String textOrNull(String name) {
            return (String) members.get(name);
        }

        long number(String name) {
            return (Long) required(name);
        }

        Fields inner(String name) {
            return new Fields((Map<?, ?>) required(name));
        }

        @Nullable
        Fields innerOrNull(String name) {
            return orNull(members.get(name));
        }

        List<?> list(String name) {
            return (List<?>) required(name);
        }

        <T> List<T> all(String name, Function<Fields, T> read) {
            List<T> all = new ArrayList<>();
            list(name).forEach(each -> all.add(read.apply(new Fields((Map<?, ?>) each))));
            return all;
        }

        @Nullable
        List<String> texts(String name) {
            if (members.get(name) == null) {
                return null;
            }
            return list(name).stream().map(String.class::cast).toList();
        }
    }
}
