package io.coxswain.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON's {@code null}. */
public final class JsonNull extends JsonValue {
    /** The null that no text holds. */
    public static final JsonNull NULL = new JsonNull(0);

    JsonNull(int line) {
        super(line);
    }

    @Override
    JsonNull atLine(int other) {
        return new JsonNull(other);
    }

    @Override
    String describe() {
        return "null";
    }

    @Override
    void writeTo(JsonSink sink) throws IOException {
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
