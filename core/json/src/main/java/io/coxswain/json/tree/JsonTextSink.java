package io.coxswain.json.tree;

import com.fasterxml.jackson.core.JsonGenerator;
import io.coxswain.value.RawJson;
import java.io.IOException;
import java.io.StringWriter;

/** Writes compact JSON. */
final class JsonTextSink implements JsonSink {
    private final StringWriter out = new StringWriter();
    private final JsonGenerator generator;

    JsonTextSink() throws IOException {
        generator = JsonReader.FACTORY.createGenerator(out);
    }

    /** Everything that was written. */
    String finish() throws IOException {
        generator.close();
        return out.toString();
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
