package io.coxswain.json.tree;

import io.coxswain.value.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes a value in JSON's terms, part by part and in order: what JSON, YAML and trees are written through. */
public interface JsonSink {

    /** What writes a value. */
    @FunctionalInterface
    interface Writer {
        void writeTo(JsonSink sink) throws IOException;
    }

    /** What is written as compact JSON. */
    static String text(Writer writer) {
        try {
            return JsonTextSink.text(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written as compact JSON in UTF-8, with escapes for what isn't in Unicode's basic plane. */
    static byte[] utf8(Writer writer) {
        try {
            return JsonTextSink.utf8(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written as a tree. */
    static JsonValue tree(Writer writer) {
        try {
            TreeSink sink = new TreeSink();
            writer.writeTo(sink);
            return sink.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
