package io.coxswain.api.core.v1;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\" : [1, -2.5e+3, true, false, null, \"\\u00e9\\n\"]} ",
                "null",
                "{\"a\":{\"b\":[]},\"c\":0}"
            })
    void objectsAreRecognized(String text) {
        assertTrue(JsonForm.isObject(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "\"a\"",
                "{a:1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{} x",
                "nul",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":[1,]}",
                "{\"a\":1]"
            })
    void otherTextsAreRefused(String text) {
        assertFalse(JsonForm.isObject(text));
    }

    @Test
    void deepNestingIsRefused() {
        assertFalse(JsonForm.isObject("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    }
}
