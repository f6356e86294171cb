package io.coxswain.json.yaml;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Limits;
import io.coxswain.json.tree.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Composes YAML text to values that know their lines. Works on the parser's events: its own composer would resolve the
 * scalars of YAML otherwise than Kubernetes does, and costs time at the start.
 */
public final class YamlReader {
    /** How many values the aliases of a document may add to those that are written out. */
    private static final int ALIASED_VALUES = 100_000;

    private final Parser parser;
    private final Problems problems;
    private final int firstLine;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;
    private int aliased;
    private int depth;

    private YamlReader(String text, int firstLine, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(text), options);
        this.firstLine = firstLine;
        this.problems = problems;
    }

    /** All documents of a file. A mistake in one hides nothing of the next; empty ones are left out. */
    public static List<JsonValue> readAll(String file, Problems problems) {
        List<JsonValue> documents = new ArrayList<>();
        for (YamlDocuments.Part part : YamlDocuments.split(file)) {
            if (Limits.checkSize(part.text(), part.firstLine(), problems)) {
                documents.addAll(read(part.text(), part.firstLine(), problems));
            }
        }
        return documents;
    }

    /**
     * All documents of a text. Empty ones are left out, and what follows a mistake.
     *
     * @param firstLine the line of the file on which the text begins
     */
    static List<JsonValue> read(String text, int firstLine, Problems problems) {
        List<JsonValue> documents = new ArrayList<>();
        try {
            new YamlReader(text, firstLine, problems).documents(documents);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null
                    ? firstLine
                    : firstLine + e.getProblemMark().getLine();
            problems.add(line, "isn't YAML: " + reason(e));
        } catch (ReaderException e) {
            long before = text.codePoints()
                    .limit(e.getPosition())
                    .filter(c -> c == '\n')
                    .count();
            problems.add(
                    firstLine + (int) before,
                    String.format(
                            "isn't YAML: holds the character U+%04X, which YAML doesn't"
                                    + " allow: write it as an escape in double quotes",
                            e.getCodePoint()));
        } catch (YAMLException e) {
            problems.add(firstLine, "isn't YAML: " + e.getMessage());
        }
        return documents;
    }

    private static String reason(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.contains("'\\t(TAB)'")) {
            return "a tab can't indent: use spaces";
        }
        if (problem.startsWith("mapping values are not allowed here")) {
            return "a \"name: value\" can't stand here: check the indentation, and quote a text that holds \": \"";
        }
        return e.getContext() == null || problem.isEmpty()
                ? problem + orEmpty(e.getContext())
                : e.getContext() + ", " + problem;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void documents(List<JsonValue> to) {
        parser.getEvent();
        while (parser.getEvent().getEventId() != Event.ID.StreamEnd) {
            anchors.clear();
            values = 0;
            aliased = 0;
            JsonValue document = value(parser.getEvent(), 0);
            if (!(document instanceof JsonNull)) {
                to.add(document);
            }
            parser.getEvent();
        }
    }

    private int line(Event event) {
        return firstLine + event.getStartMark().getLine();
    }

    /** @param nameLine the line of the name of which this is the value; 0 if it isn't a member */
    private JsonValue value(Event event, int nameLine) {
        int line = nameLine > 0 ? nameLine : line(event);
        if (event instanceof AliasEvent alias) {
            return aliased(alias, line);
        }
        int before = values++;
        if (++depth > Limits.DEPTH) {
            throw new TooMuchException(event, "nests deeper than " + Limits.DEPTH + " levels");
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, Anchored.UNFINISHED);
        }
        JsonValue value = content(event, line);
        depth--;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, values - before));
        }
        return value;
    }

    private JsonValue content(Event event, int line) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, line);
        }
        if (event instanceof SequenceStartEvent) {
            return array(line);
        }
        if (event instanceof MappingStartEvent) {
            return object(line);
        }
        throw new IllegalStateException("event " + event);
    }

    private JsonValue aliased(AliasEvent alias, int line) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw new TooMuchException(
                    alias, "alias *" + alias.getAnchor() + " has no anchor &" + alias.getAnchor() + " before it");
        }
        if (anchored.value == null) {
            throw new TooMuchException(alias, "alias *" + alias.getAnchor() + " stands inside of what it repeats");
        }
        values += anchored.values;
        aliased += anchored.values;
        if (aliased > ALIASED_VALUES) {
            throw new TooMuchException(
                    alias,
                    "aliases add more than " + ALIASED_VALUES + " values: write them out, or into several documents");
        }
        return anchored.value.atLine(line);
    }

    private JsonValue scalar(ScalarEvent scalar, int line) {
        String tag = scalar.getTag();
        try {
            if (tag != null && !tag.equals("!")) {
                return YamlScalar.tagged(line, tag, scalar.getValue());
            }
            return scalar.isPlain() && tag == null
                    ? YamlScalar.plain(line, scalar.getValue())
                    : JsonText.at(line, scalar.getValue());
        } catch (YamlScalarException e) {
            problems.add(line(scalar), e.problem());
            return JsonNull.at(line);
        }
    }

    private JsonArray array(int line) {
        List<JsonValue> elements = new ArrayList<>();
        for (Event next = parser.getEvent(); next.getEventId() != Event.ID.SequenceEnd; next = parser.getEvent()) {
            elements.add(value(next, 0));
        }
        return JsonArray.at(line, elements);
    }

    private JsonObject object(int line) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        List<JsonObject.Duplicate> duplicates = new ArrayList<>();
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        for (Event next = parser.getEvent(); next.getEventId() != Event.ID.MappingEnd; next = parser.getEvent()) {
            int nameLine = line(next);
            if (isMerge(next)) {
                merge(next, value(parser.getEvent(), nameLine), merged);
                continue;
            }
            String name = name(next);
            JsonValue former = members.put(name, value(parser.getEvent(), nameLine));
            if (former != null) {
                duplicates.add(new JsonObject.Duplicate(name, former.line(), nameLine));
            }
        }
        merged.forEach(members::putIfAbsent);
        return JsonObject.at(line, members, duplicates);
    }

    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<");
    }

    private void merge(Event key, JsonValue value, Map<String, JsonValue> to) {
        if (value instanceof JsonObject object) {
            object.members().forEach(to::putIfAbsent);
        } else if (value instanceof JsonArray array
                && array.elements().stream().allMatch(JsonObject.class::isInstance)) {
            array.elements().forEach(each -> ((JsonObject) each).members().forEach(to::putIfAbsent));
        } else {
            problems.add(line(key), "<< is " + value.describe() + ", must be an object or a list of objects");
        }
    }

    /** Names are text in JSON: other scalars become what Kubernetes makes of them. */
    private String name(Event key) {
        JsonValue value = value(key, 0);
        if (value instanceof JsonText text) {
            return text.text();
        }
        if (value instanceof JsonNumber number) {
            return number.literal();
        }
        if (value instanceof JsonBoolean bool) {
            return Boolean.toString(bool.value());
        }
        problems.add(line(key), "the name of a field is " + value.describe() + ", must be text");
        return "";
    }

    /**
     * What an anchor names.
     *
     * @param value null while it is being read
     * @param values how many values it holds, itself and what aliases add counted
     */
    private record Anchored(@Nullable JsonValue value, int values) {
        static final Anchored UNFINISHED = new Anchored(null, 0);
    }

    /** Ends the reading of a document that asks for more than is allowed, or for what can't be. */
    private static final class TooMuchException extends MarkedYAMLException {
        private static final long serialVersionUID = 1;

        TooMuchException(Event at, String problem) {
            super(null, null, problem, at.getStartMark());
        }
    }
}
