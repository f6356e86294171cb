package io.coxswain.json.tree;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A JSON string. */
public final class JsonText extends JsonValue {
    /** More of a text than this isn't shown in a message. */
    private static final int SHOWN = 60;

    private final String text;

    JsonText(int line, String text) {
        super(line);
        this.text = text;
    }

    /** A text that was read. */
    public static JsonText at(int line, String text) {
        return new JsonText(line, text);
    }

    /** This text. */
    public static JsonText of(String text) {
        return new JsonText(0, text);
    }

    /** The characters. */
    public String text() {
        return text;
    }

    @Override
    public JsonText atLine(int other) {
        return new JsonText(other, text);
    }

    @Override
    public String describe() {
        return "the text " + quoted(text);
    }

    /** The text in quotes and no longer than a message bears. */
    public static String quoted(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return '"' + shown.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    @Override
    public void writeTo(JsonSink sink) throws IOException {
        sink.text(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonText value && text.equals(value.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
