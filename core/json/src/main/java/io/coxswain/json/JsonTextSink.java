package io.coxswain.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.coxswain.value.RawJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes compact JSON. */
final class JsonTextSink implements JsonSink {
    private final StringWriter out = new StringWriter();
    private final JsonGenerator generator;

    JsonTextSink() {
        try {
            generator = JsonReader.FACTORY.createGenerator(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was written. */
    String finish() {
        write(JsonGenerator::close);
        return out.toString();
    }

    @Override
    public void beginObject() {
        write(JsonGenerator::writeStartObject);
    }

    @Override
    public void name(String name) {
        write(to -> to.writeFieldName(name));
    }

    @Override
    public void endObject() {
        write(JsonGenerator::writeEndObject);
    }

    @Override
    public void beginArray() {
        write(JsonGenerator::writeStartArray);
    }

    @Override
    public void endArray() {
        write(JsonGenerator::writeEndArray);
    }

    @Override
    public void text(String text) {
        write(to -> to.writeString(text));
    }

    @Override
    public void number(String literal) {
        write(to -> to.writeNumber(literal));
    }

    @Override
    public void bool(boolean value) {
        write(to -> to.writeBoolean(value));
    }

    @Override
    public void nothing() {
        write(JsonGenerator::writeNull);
    }

    @Override
    public void raw(RawJson json) {
        write(to -> to.writeRawValue(json.text()));
    }

    /** A StringWriter never fails, so neither does this. */
    private void write(Step step) {
        try {
            step.on(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void on(JsonGenerator generator) throws IOException;
    }
}
