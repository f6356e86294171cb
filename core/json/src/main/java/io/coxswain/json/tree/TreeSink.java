package io.coxswain.json.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a tree. */
final class TreeSink implements JsonSink {
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable JsonValue result;

    /** The value that was written. */
    JsonValue finish() {
        return Objects.requireNonNull(result, "nothing was written");
    }

    @Override
    public void beginObject() {
        levels.push(new Level());
    }

    @Override
    public void name(String name) {
        levels.element().name = name;
    }

    @Override
    public void endObject() {
        add(new JsonObject(0, Collections.unmodifiableMap(levels.pop().members), List.of()));
    }

    @Override
    public void beginArray() {
        levels.push(new Level());
    }

    @Override
    public void endArray() {
        add(JsonArray.of(levels.pop().elements));
    }

    @Override
    public void text(String text) {
        add(JsonText.of(text));
    }

    @Override
    public void number(String literal) {
        add(new JsonNumber(0, literal, literal));
    }

    @Override
    public void bool(boolean value) {
        add(JsonBoolean.of(value));
    }

    @Override
    public void nothing() {
        add(JsonNull.NULL);
    }

    private void add(JsonValue value) {
        Level level = levels.peek();
        if (level == null) {
            result = value;
        } else if (level.name == null) {
            level.elements.add(value);
        } else {
            level.members.put(level.name, value);
            level.name = null;
        }
    }

    /** An object or array that isn't closed yet. */
    private static final class Level {
        final Map<String, JsonValue> members = new LinkedHashMap<>();
        final List<JsonValue> elements = new ArrayList<>();

        @Nullable
        String name;
    }
}
