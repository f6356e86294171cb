package io.coxswain.json.tree;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON's {@code null}. */
public final class JsonNull extends JsonValue {
    /** The null that no text holds. */
    public static final JsonNull NULL = new JsonNull(0);

    private JsonNull(int line) {
        super(line);
    }

    /** A null that was read. */
    public static JsonNull at(int line) {
        return new JsonNull(line);
    }

    @Override
    public JsonNull atLine(int other) {
        return new JsonNull(other);
    }

    @Override
    public String describe() {
        return "null";
    }

    @Override
    public void writeTo(JsonSink sink) throws IOException {
        sink.nothing();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonNull;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
