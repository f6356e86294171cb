package io.coxswain.json;

import io.coxswain.value.RawJson;
import java.io.IOException;

/** Takes a value in JSON's terms, part by part and in order: what JSON, YAML and trees are written through. */
interface JsonSink {
    void beginObject() throws IOException;

    /** The name of the member whose value comes next. */
    void name(String name) throws IOException;

    void endObject() throws IOException;

    void beginArray() throws IOException;

    void endArray() throws IOException;

    void text(String text) throws IOException;

    /** A number in JSON's notation. */
    void number(String literal) throws IOException;

    void bool(boolean value) throws IOException;

    /** JSON's null. */
    void nothing() throws IOException;

    /** JSON that nobody looked into. */
    default void raw(RawJson json) throws IOException {
        JsonValue.parse(json.text()).writeTo(this);
    }
}
