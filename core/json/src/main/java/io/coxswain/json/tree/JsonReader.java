package io.coxswain.json.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON text into values that know their lines, by a walk over the tokens. */
final class JsonReader {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.DOCUMENT_BYTES)
                    .maxNameLength(Limits.DOCUMENT_BYTES)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The one value of a text; JSON's null, and a problem, if there is none or another. */
    static JsonValue readOne(String text, Problems problems) {
        List<JsonValue> all = readAll(text, problems);
        if (problems.isEmpty() && all.size() != 1) {
            problems.add(0, "isn't JSON: must be one value, not " + (all.isEmpty() ? "none" : all.size()));
        }
        return all.isEmpty() ? JsonNull.NULL : all.get(0);
    }

    /** All values of a text, one after the other as in a file of several objects. What follows a mistake is left out. */
    static List<JsonValue> readAll(String text, Problems problems) {
        List<JsonValue> values = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            readAll(parser, values, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static void readAll(JsonParser parser, List<JsonValue> to, Problems problems) throws IOException {
        JsonReader reader = new JsonReader(parser);
        try {
            while (parser.nextToken() != null) {
                to.add(reader.value(reader.line()));
            }
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            problems.add(Math.max(0, location.getLineNr()), "isn't JSON: " + reason(e));
        }
    }

    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return "nests deeper than " + Limits.DEPTH + " levels";
        }
        int advice = Math.max(message.indexOf(" (for "), message.indexOf(", from `"));
        return advice < 0 ? message : message.substring(0, advice);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private JsonValue value(int line) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(line);
            case START_ARRAY -> array(line);
            case VALUE_STRING -> new JsonText(line, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(line, parser.getText());
            case VALUE_TRUE -> new JsonBoolean(line, true, "true");
            case VALUE_FALSE -> new JsonBoolean(line, false, "false");
            case VALUE_NULL -> JsonNull.at(line);
            default -> throw new IllegalStateException("token " + token);
        };
    }

    private static JsonNumber number(int line, String literal) {
        return new JsonNumber(line, literal, literal);
    }

    private JsonObject object(int line) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        List<JsonObject.Duplicate> duplicates = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int nameLine = line();
            parser.nextToken();
            JsonValue former = members.put(name, value(nameLine));
            if (former != null) {
                duplicates.add(new JsonObject.Duplicate(name, former.line(), nameLine));
            }
        }
        return new JsonObject(line, Collections.unmodifiableMap(members), List.copyOf(duplicates));
    }

    private JsonArray array(int line) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(line()));
        }
        return new JsonArray(line, elements);
    }
}
