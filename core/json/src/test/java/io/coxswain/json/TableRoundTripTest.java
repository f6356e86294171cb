package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.coxswain.api.Kinds;
import io.coxswain.conformance.Conformance;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.json.yaml.YamlReader;
import io.coxswain.resource.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every object of a supported kind in the tables of the API, read and written in both forms, keeps all that it says. */
class TableRoundTripTest {
    private static final List<String> TABLES = List.of("defaults.json", "validation.json", "update-rules.json");

    @TestFactory
    Stream<DynamicTest> objectsOfTablesKeepWhatTheySay() throws IOException {
        Path folder = Conformance.folder().resolve("api");
        if (!Files.isDirectory(folder)) {
            return Stream.of(dynamicTest("tables", () -> Assumptions.abort("no tables in " + folder)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> TABLES.contains(file.getFileName().toString())).sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path table) throws IOException {
        List<JsonObject> objects = new ArrayList<>();
        collect(JsonValue.parse(Files.readString(table)), objects);
        boolean madeUpFields = table.endsWith("update-rules.json");
        for (JsonObject object : objects) {
            check(object, madeUpFields ? Codec.lenient() : Codec.strict());
        }
        assertTrue(objects.size() > 40, "too few objects found: " + objects.size());
    }

    private static void collect(JsonValue value, List<JsonObject> to) {
        if (value instanceof JsonObject object) {
            if (Kinds.builtin().find(object.textOf("apiVersion"), object.textOf("kind")) != null
                    && object.get("metadata") instanceof JsonObject) {
                to.add(object);
            } else {
                object.members().values().forEach(each -> collect(each, to));
            }
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(each -> collect(each, to));
        }
    }

    private static void check(JsonObject tree, Codec codec) {
        Resource<?> object = codec.read(tree.toString(), Kinds.builtin());

        if (codec == Codec.strict()) {
            assertEquals(said(tree), said(codec.toTree(object)));
        }
        assertEquals(object, codec.read(codec.toJson(object), Kinds.builtin()));
        Problems problems = new Problems("");
        JsonValue yaml = YamlReader.readAll(codec.toYaml(object), problems).get(0);
        assertEquals(List.of(), problems.inOrder());
        assertEquals(codec.toTree(object), yaml);
    }

    /** Without what says nothing: null, zero, false, and what is empty. */
    private static JsonValue said(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, each) -> {
                JsonValue inner = said(each);
                if (!saysNothing(inner)) {
                    members.put(name, inner);
                }
            });
            return JsonObject.of(members);
        }
        if (value instanceof JsonArray array) {
            return JsonArray.of(
                    array.elements().stream().map(TableRoundTripTest::said).toList());
        }
        return value;
    }

    private static boolean saysNothing(JsonValue value) {
        return List.of("null", "0", "\"\"", "\"0\"", "false", "{}", "[]").contains(value.toString());
    }
}
