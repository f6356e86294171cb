package io.coxswain.json.tree;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import io.coxswain.value.RawJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;

/** Writes compact JSON. */
final class JsonTextSink implements JsonSink {
    private final JsonGenerator generator;

    private JsonTextSink(JsonGenerator generator) {
        this.generator = generator;
    }

    /** What is written. */
    static String text(JsonSink.Writer writer) throws IOException {
        StringWriter out = new StringWriter();
        write(writer, JsonReader.FACTORY.createGenerator(out));
        return out.toString();
    }

    /** What is written, in UTF-8: encoded once, not as text first. Surrogates are escaped, so that half a pair isn't lost. */
    static byte[] utf8(JsonSink.Writer writer) throws IOException {
        // without room of its own: the generator has a buffer, and mostly hands it over once
        ByteArrayOutputStream out = new ByteArrayOutputStream(0);
        write(writer, JsonReader.FACTORY.createGenerator(out, JsonEncoding.UTF8));
        return out.toByteArray();
    }

    private static void write(JsonSink.Writer writer, JsonGenerator generator) throws IOException {
        writer.writeTo(new JsonTextSink(generator));
        generator.close();
    }

    @Override
    public void beginObject() throws IOException {
        generator.writeStartObject();
    }

    @Override
    public void name(String name) throws IOException {
        generator.writeFieldName(name);
    }

    @Override
    public void endObject() throws IOException {
        generator.writeEndObject();
    }

    @Override
    public void beginArray() throws IOException {
        generator.writeStartArray();
    }

    @Override
    public void endArray() throws IOException {
        generator.writeEndArray();
    }

    @Override
    public void text(String text) throws IOException {
        generator.writeString(text);
    }

    @Override
    public void number(String literal) throws IOException {
        generator.writeNumber(literal);
    }

    @Override
    public void bool(boolean value) throws IOException {
        generator.writeBoolean(value);
    }

    @Override
    public void nothing() throws IOException {
        generator.writeNull();
    }

    @Override
    public void raw(RawJson json) throws IOException {
        generator.writeRawValue(json.text());
    }
}
