package io.coxswain.json.tree;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON's {@code true} or {@code false}. */
public final class JsonBoolean extends JsonValue {
    private final boolean value;
    private final String written;

    JsonBoolean(int line, boolean value, String written) {
        super(line);
        this.value = value;
        this.written = written;
    }

    /**
     * A boolean that was read.
     *
     * @param written the value as its author wrote it
     */
    public static JsonBoolean at(int line, boolean value, String written) {
        return new JsonBoolean(line, value, written);
    }

    /** True or false. */
    public static JsonBoolean of(boolean value) {
        return new JsonBoolean(0, value, Boolean.toString(value));
    }

    /** Whether this is true. */
    public boolean value() {
        return value;
    }

    /** The value as its author wrote it, which in YAML may be {@code yes}. */
    public String written() {
        return written;
    }

    @Override
    public JsonBoolean atLine(int other) {
        return new JsonBoolean(other, value, written);
    }

    @Override
    public String describe() {
        return "the boolean " + written;
    }

    @Override
    public void writeTo(JsonSink sink) throws IOException {
        sink.bool(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonBoolean bool && value == bool.value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(value);
    }
}
