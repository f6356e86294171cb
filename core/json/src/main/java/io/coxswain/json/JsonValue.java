package io.coxswain.json;

import java.io.IOException;
import java.io.UncheckedIOException;

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
     * @throws ManifestException if the text isn't JSON or names a member twice
     */
    public static JsonValue parse(String json) {
        Problems problems = new Problems("");
        JsonValue value = JsonReader.readOne(json, problems);
        problems.throwIfAny();
        return value;
    }

    /**
     * The line on which a reader looks for this, counted from 1: that of its name if it is a member, or of its own start;
     * 0 if it wasn't read from a text.
     */
    public final int line() {
        return line;
    }

    /** The same value, to be looked for on another line. */
    abstract JsonValue atLine(int other);

    /** What this is, for a sentence such as "is a list, must be text". */
    abstract String describe();

    abstract void writeTo(JsonSink sink) throws IOException;

    /** Compact JSON. */
    @Override
    public final String toString() {
        try {
            JsonTextSink sink = new JsonTextSink();
            writeTo(sink);
            return sink.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
