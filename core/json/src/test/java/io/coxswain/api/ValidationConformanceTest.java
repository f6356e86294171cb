package io.coxswain.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.resource.MetadataRules;
import io.coxswain.resource.Resource;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which fields are wrong and in which way, on create and on update, for the kinds that we have. */
class ValidationConformanceTest {

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> validation() {
        return Conformance.cases(
                "api/validation",
                one -> TableObject.isSupported(one.input().at("object")),
                (input, expect) -> judge(TableObject.of(input.at("object")), input.at("old"), expect));
    }

    private static <R extends Resource<R>> void judge(TableObject<R> given, Json old, Json expect) {
        FieldErrors errors = FieldErrors.collect();
        R stored = old.isNull() ? null : given.other(old);
        metadata(given, stored, errors.at("metadata"));
        given.kind().validate(given.object(), stored, errors);

        List<String> expected = expect.at("errors").items().stream()
                .map(error -> error.at("field").text() + " " + error.at("type").text())
                .sorted()
                .toList();
        List<String> actual = errors.list().stream()
                .map(error -> error.field() + " " + error.type().wireName())
                .distinct()
                .sorted()
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", actual), () -> "all errors: " + errors.list());
    }

    private static <R extends Resource<R>> void metadata(TableObject<R> given, @Nullable R stored, FieldErrors errors) {
        ObjectMeta metadata = given.object().metadata();
        if (stored == null) {
            MetadataRules.onCreate(given.kind(), metadata, errors);
        } else {
            MetadataRules.onUpdate(given.kind(), metadata, stored.metadata(), errors);
        }
    }
}
