package io.coxswain.json.tree;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array. */
public final class JsonArray extends JsonValue {
    private final List<JsonValue> elements;

    JsonArray(int line, List<JsonValue> elements) {
        super(line);
        this.elements = List.copyOf(elements);
    }

    /** An array that was read. */
    public static JsonArray at(int line, List<JsonValue> elements) {
        return new JsonArray(line, elements);
    }

    /** An array of these elements. */
    public static JsonArray of(List<? extends JsonValue> elements) {
        return new JsonArray(0, List.copyOf(elements));
    }

    /** The elements; can't be changed. */
    public List<JsonValue> elements() {
        return elements;
    }

    @Override
    public JsonArray atLine(int other) {
        return new JsonArray(other, elements);
    }

    @Override
    public String describe() {
        return "a list";
    }

    @Override
    public void writeTo(JsonSink sink) throws IOException {
        sink.beginArray();
        for (JsonValue element : elements) {
            element.writeTo(sink);
        }
        sink.endArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonArray array && elements.equals(array.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }
}
