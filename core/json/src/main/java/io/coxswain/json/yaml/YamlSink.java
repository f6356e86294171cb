package io.coxswain.json.yaml;

import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Writes YAML as kubectl does: blocks, texts without quotes where they can do without. */
public final class YamlSink implements JsonSink {
    private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

    private final StringWriter out = new StringWriter();
    private final Emitter emitter;
    private boolean first = true;

    private YamlSink() throws IOException {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        emitter = new Emitter(out, options);
        emitter.emit(new StreamStartEvent(null, null));
    }

    /** What is written as YAML documents, with {@code ---} between them. */
    public static String text(List<Writer> documents) {
        try {
            YamlSink sink = new YamlSink();
            for (Writer document : documents) {
                sink.beginDocument();
                document.writeTo(sink);
                sink.endDocument();
            }
            sink.emitter.emit(new StreamEndEvent(null, null));
            return sink.out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginDocument() throws IOException {
        emitter.emit(new DocumentStartEvent(null, null, !first, null, Map.of()));
        first = false;
    }

    private void endDocument() throws IOException {
        emitter.emit(new DocumentEndEvent(null, null, false));
    }

    @Override
    public void beginObject() throws IOException {
        emitter.emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    }

    @Override
    public void name(String name) throws IOException {
        text(name);
    }

    @Override
    public void endObject() throws IOException {
        emitter.emit(new MappingEndEvent(null, null));
    }

    @Override
    public void beginArray() throws IOException {
        emitter.emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    }

    @Override
    public void endArray() throws IOException {
        emitter.emit(new SequenceEndEvent(null, null));
    }

    @Override
    public void text(String text) throws IOException {
        scalar(text, style(text));
    }

    @Override
    public void number(String literal) throws IOException {
        scalar(literal, ScalarStyle.PLAIN);
    }

    @Override
    public void bool(boolean value) throws IOException {
        scalar(Boolean.toString(value), ScalarStyle.PLAIN);
    }

    @Override
    public void nothing() throws IOException {
        scalar("null", ScalarStyle.PLAIN);
    }

    private void scalar(String text, ScalarStyle style) throws IOException {
        emitter.emit(new ScalarEvent(null, null, NO_TAG, text, null, null, style));
    }

    private static ScalarStyle style(String text) {
        if (!text.chars().allMatch(YamlSink::isOrdinary)) {
            return ScalarStyle.DOUBLE_QUOTED;
        }
        if (text.indexOf('\n') >= 0) {
            return isBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
        }
        return meansOtherwise(text) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
    }

    /** Whether a character stays what it is without an escape; YAML 1.1 knows more line breaks than the two of ASCII. */
    private static boolean isOrdinary(int c) {
        return c == '\n' || (c >= ' ' && c < 0x7f) || (c > 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff);
    }

    private static boolean isBlock(String text) {
        return !Character.isWhitespace(text.charAt(0)) && !text.contains(" \n") && !text.endsWith(" ");
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
}
