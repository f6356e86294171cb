package io.coxswain.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Writes YAML as kubectl does: blocks, texts without quotes where they can do without. */
final class YamlSink implements JsonSink {
    private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

    private final StringWriter out = new StringWriter();
    private final Emitter emitter;
    private boolean first = true;

    YamlSink() {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        emitter = new Emitter(out, options);
        emit(new StreamStartEvent(null, null));
    }

    void beginDocument() {
        emit(new DocumentStartEvent(null, null, !first, null, Map.of()));
        first = false;
    }

    void endDocument() {
        emit(new DocumentEndEvent(null, null, false));
    }

    /** Everything that was written. */
    String finish() {
        emit(new StreamEndEvent(null, null));
        return out.toString();
    }

    @Override
    public void beginObject() {
        emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    }

    @Override
    public void name(String name) {
        text(name);
    }

    @Override
    public void endObject() {
        emit(new MappingEndEvent(null, null));
    }

    @Override
    public void beginArray() {
        emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    }

    @Override
    public void endArray() {
        emit(new SequenceEndEvent(null, null));
    }

    @Override
    public void text(String text) {
        scalar(text, style(text));
    }

    @Override
    public void number(String literal) {
        scalar(literal, ScalarStyle.PLAIN);
    }

    @Override
    public void bool(boolean value) {
        scalar(Boolean.toString(value), ScalarStyle.PLAIN);
    }

    @Override
    public void nothing() {
        scalar("null", ScalarStyle.PLAIN);
    }

    private void scalar(String text, ScalarStyle style) {
        emit(new ScalarEvent(null, null, NO_TAG, text, null, null, style));
    }

    private static ScalarStyle style(String text) {
        if (text.indexOf('\n') >= 0) {
            return isBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
        }
        return meansOtherwise(text) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
    }

    private static boolean isBlock(String text) {
        boolean simple = text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c < 0x2000));
        return simple && !Character.isWhitespace(text.charAt(0)) && !text.contains(" \n") && !text.endsWith(" ");
    }

    /** Whether the bare text would be read as something else, here or by another reader of YAML 1.1. */
    private static boolean meansOtherwise(String text) {
        if (text.isEmpty() || text.equals("<<") || text.equals("=")) {
            return true;
        }
        boolean sixtyBasedOrDate =
                Character.isDigit(text.charAt(0)) && (text.indexOf(':') > 0 || text.indexOf('-') == 4);
        return sixtyBasedOrDate || !isText(text);
    }

    private static boolean isText(String text) {
        try {
            return YamlScalar.plain(0, text) instanceof JsonText;
        } catch (YamlScalarException e) {
            return false;
        }
    }

    /** A StringWriter never fails, so neither does this. */
    private void emit(@Nullable Event event) {
        try {
            emitter.emit(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
