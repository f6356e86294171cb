package io.coxswain.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {
    @Test
    void nothingReportedIsEmpty() {
        FieldErrors errors = FieldErrors.collect();
        errors.at("spec").at("containers", 0).at("image");
        assertTrue(errors.isEmpty());
        assertEquals(List.of(), errors.list());
    }

    @Test
    void pathsAreWrittenAsKubernetesWritesThem() {
        FieldErrors root = FieldErrors.collect();
        assertEquals("", root.path());
        assertEquals(
                "spec.containers[1].image",
                root.at("spec").at("containers", 1).at("image").path());
        assertEquals("data[password]", root.at("data", "password").path());
        assertEquals("spec.rows[2][3]", root.at("spec").at("rows", 2).index(3).path());
        assertEquals("requests[cpu]", root.at("requests").key("cpu").path());
    }

    @Test
    void siblingsKeepTheirOwnPlaces() {
        FieldErrors root = FieldErrors.collect();
        FieldErrors first = root.at("first");
        FieldErrors second = root.at("second");
        first.required("");
        second.required("");
        assertEquals(
                List.of("first", "second"),
                root.list().stream().map(FieldError::field).toList());
    }

    @Test
    void messagesSayFieldTypeValueAndWhatIsRight() {
        FieldErrors errors = FieldErrors.collect();
        errors.at("spec").at("replicas").invalid(-1, "must be greater than or equal to 0");
        errors.at("spec").at("restartPolicy").notSupported("Never\n", List.of("Always", "OnFailure"));
        errors.at("name").required("");
        errors.at("name").duplicate("say \"a\"");
        errors.at("name").invalid(null, "must be set");
        errors.at("name").tooLong(63);
        errors.at("names").tooMany(5, 4);
        errors.forbidden("is immutable");
        assertEquals(
                List.of(
                        "spec.replicas: Invalid value: -1: must be greater than or equal to 0",
                        "spec.restartPolicy: Unsupported value: \"Never\\n\": supported values: \"Always\", \"OnFailure\"",
                        "name: Required value",
                        "name: Duplicate value: \"say \\\"a\\\"\"",
                        "name: Invalid value: null: must be set",
                        "name: Too long: may not be more than 63 bytes",
                        "names: Too many: 5: must have at most 4 items",
                        "Forbidden: is immutable"),
                errors.list().stream().map(FieldError::toString).toList());
    }

    @Test
    void aGoodNameIsNotReported() {
        FieldErrors errors = FieldErrors.collect();
        errors.at("metadata").at("name").name("web-1", Names::dns1123Label);
        assertTrue(errors.isEmpty());
        errors.at("metadata").at("name").name("Web", Names::dns1123Label);
        assertEquals("metadata.name", errors.list().get(0).field());
        assertEquals(FieldErrorType.INVALID, errors.list().get(0).type());
    }
}
