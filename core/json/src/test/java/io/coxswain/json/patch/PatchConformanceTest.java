package io.coxswain.json.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.Kinds;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.resource.Kind;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PatchConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> jsonPatches() {
        return cases("api/json-patch", (object, patch) -> JsonPatch.of(patch).apply(object));
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> mergePatches() {
        return cases("api/merge-patch", (object, patch) -> MergePatch.apply((JsonObject) object, patch));
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> strategicMergePatches() {
        return Conformance.cases(
                "api/strategic-merge-patch", one -> kind(one.input().at("object")) != null, (input, expect) -> {
                    Kind<?> kind = Objects.requireNonNull(kind(input.at("object")));
                    check(
                            input,
                            expect,
                            (object, patch) -> StrategicMergePatch.apply((JsonObject) object, patch, kind.type()));
                });
    }

    private static Kind<?> kind(Json object) {
        return Kinds.builtin()
                .find(object.at("apiVersion").text(), object.at("kind").text());
    }

    private static Stream<DynamicTest> cases(String table, BinaryOperator<JsonValue> rule) {
        return Conformance.cases(table, (input, expect) -> check(input, expect, rule));
    }

    private static void check(Json input, Json expect, BinaryOperator<JsonValue> rule) {
        JsonValue object = JsonValue.parse(input.at("object").wholeText());
        JsonValue patch = JsonValue.parse(input.at("patch").wholeText());
        if (expect.at("error").isTrue()) {
            assertThrows(PatchException.class, () -> rule.apply(object, patch));
        } else {
            assertEquals(JsonValue.parse(expect.at("result").wholeText()), rule.apply(object, patch));
        }
    }
}
