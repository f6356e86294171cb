package io.coxswain.examples.crawler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@code --summary} has written. */
final class Summary {
    private Summary() {}

    /** Every scalar by its path. */
    static Map<String, String> read(Path json) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    String path = parser.getParsingContext().pathAsPointer().toString();
                    found.put(name(path), parser.getText());
                }
            }
        }
        return found;
    }

    /** {@code /rollout/seconds} is {@code rollout.seconds}, {@code /list/0} is {@code list[0]}. */
    private static String name(String pointer) {
        return pointer.substring(1).replaceAll("/(\\d+)$", "[$1]").replace('/', '.');
    }
}
