package io.coxswain.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.json.Codec;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the API server fills in, for the kinds that we have. */
class DefaultsConformanceTest {

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> defaults() {
        return Conformance.cases(
                "api/defaults",
                one -> TableObject.isSupported(one.input().at("object")),
                (input, expect) -> judge(TableObject.of(input.at("object")), expect));
    }

    private static <R extends Resource<R>> void judge(TableObject<R> given, Json expect) {
        Kind<R> kind = given.kind();
        JsonObject actual = Codec.strict().toTree(kind.defaulted(given.object()));
        JsonObject expected = canonical(expect, kind);
        List<String> differences = new ArrayList<>();
        for (String field : expect.fields().keySet()) {
            if (field.equals("metadata")) {
                expect.at(field).fields().keySet().forEach(part -> compare(part, expected, actual, field, differences));
            } else {
                differ(field, expected.get(field), actual.get(field), differences);
            }
        }
        assertEquals(List.of(), differences);
    }

    private static void compare(
            String part, JsonObject expected, JsonObject actual, String field, List<String> differences) {
        JsonValue wanted = expected.get(field) instanceof JsonObject object ? object.get(part) : null;
        JsonValue given = actual.get(field) instanceof JsonObject object ? object.get(part) : null;
        differ(field + "." + part, wanted, given, differences);
    }

    private static void differ(String field, Object expected, Object actual, List<String> differences) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            differences.add(
                    field + ": expected " + expected + "\n" + " ".repeat(field.length()) + "   but was " + actual);
        }
    }

    /** What is expected, written as we write it: quantities in one form, empty parts left out. */
    private static <R extends Resource<R>> JsonObject canonical(Json expect, Kind<R> kind) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        expect.fields().forEach((name, value) -> members.put(name, JsonValue.parse(value.wholeText())));
        return Codec.strict().toTree(Codec.strict().read(JsonObject.of(members), kind));
    }
}
