package io.coxswain.json.tree;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JSON: what a text means before it is known of which type it is, and what patches work on. Immutable; two are
 * equal if they mean the same, wherever they were read.
 */
public abstract sealed class JsonValue permits JsonArray, JsonBoolean, JsonNull, JsonNumber, JsonObject, JsonText {
    private final int line;

    JsonValue(int line) {
        this.line = line;
    }

    /**
     * Reads one JSON value.
     *
     * @throws IllegalArgumentException if the text isn't one
     */
    public static JsonValue parse(String json) {
        Problems problems = new Problems("");
        JsonValue value = parse(json, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.inOrder().get(0).toString());
        }
        return value;
    }

    /** Reads one JSON value; it is null, and there is a problem, if the text isn't one. */
    public static JsonValue parse(String json, Problems problems) {
        return JsonReader.readOne(json, problems);
    }

    /** Reads all values of a text, one after the other; what follows a mistake is left out. */
    public static List<JsonValue> parseAll(String json, Problems problems) {
        return JsonReader.readAll(json, problems);
    }

    /**
     * The line on which a reader looks for this, counted from 1: that of its name if it is a member, or of its own start;
     * 0 if it wasn't read from a text.
     */
    public final int line() {
        return line;
    }

    /**
     * The line of what a path such as {@code spec.containers[0].image} names, or of the nearest thing around it that is there.
     */
    public final int lineOf(String path) {
        return new FieldPath(path).line(this);
    }

    /** What a path such as {@code spec.containers[0].image} or {@code labels[app]} names; null if it isn't there. */
    public final @Nullable JsonValue find(String path) {
        return new FieldPath(path).find(this);
    }

    /** The same value, to be looked for on another line. */
    public abstract JsonValue atLine(int other);

    /** What this is, for a sentence such as "is a list, must be text". */
    public abstract String describe();

    /** Writes this value. */
    public abstract void writeTo(JsonSink sink) throws IOException;

    /** Compact JSON. */
    @Override
    public final String toString() {
        return JsonSink.text(this::writeTo);
    }
}
