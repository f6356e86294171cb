package io.coxswain.json;

import io.coxswain.value.RawJson;

/** Takes a value in JSON's terms, part by part and in order: what JSON, YAML and trees are written through. */
interface JsonSink {
    void beginObject();

    /** The name of the member whose value comes next. */
    void name(String name);

    void endObject();

    void beginArray();

    void endArray();

    void text(String text);

    /** A number in JSON's notation. */
    void number(String literal);

    void bool(boolean value);

    /** JSON's null. */
    void nothing();

    /** JSON that nobody looked into. */
    default void raw(RawJson json) {
        JsonValue.parse(json.text()).writeTo(this);
    }
}
