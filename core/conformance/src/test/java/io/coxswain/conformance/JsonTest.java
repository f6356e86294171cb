package io.coxswain.conformance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void fieldsThatNobodyReadsAreNamedOutermostOnly() {
        Json json = root("{'a': {'b': 1, 'c': [true, 'x']}, 'd': {'e': 2}}");

        json.at("a").at("b").integer();
        json.at("a").at("c").at(1).text();

        assertEquals(List.of("input.a.c[0]", "input.d"), json.unread().toList());
    }

    @Test
    void goingPastAScalarDoesNotReadIt() {
        Json json = root("{'a': 1}");

        json.at("a");

        assertEquals(List.of("input.a"), json.unread().toList());
    }

    @Test
    void emptyContainersMustBeReadToo() {
        Json json = root("{'a': [], 'b': {}}");

        assertTrue(json.at("a").items().isEmpty());

        assertEquals(List.of("input.b"), json.unread().toList());
    }

    @Test
    void wholeReadsEverythingInside() {
        Json json = root("{'a': {'b': [{'c': null}]}}");

        assertEquals("{\"b\":[{\"c\":null}]}", json.at("a").wholeText());

        assertEquals(List.of(), json.unread().toList());
    }

    @Test
    void emptyRootNeedsNoReading() {
        assertEquals(List.of(), root("{}").unread().toList());
    }

    @Test
    void textKeepsOrderAndDigits() {
        String text = "{\"z\":1.50,\"a\":9007199254740993,\"m\":\"\\u0000\\\"\"}";

        assertEquals(text, Json.parse(text).wholeText());
    }

    @Test
    void absentFieldsGiveFallbacksAndEmptyCollections() {
        Json absent = root("{}").at("a").at("b");

        assertFalse(absent.exists());
        assertTrue(absent.isNull());
        assertEquals("x", absent.text("x"));
        assertEquals(7, absent.integer(7));
        assertEquals(7L, absent.number(7L));
        assertFalse(absent.isTrue());
        assertEquals(List.of(), absent.texts());
        assertEquals(Map.of(), absent.textMap());
    }

    @Test
    void wrongTypeNamesPathAndValue() {
        Json json = root("{'a': [{'b': 'x'}]}");

        String type = assertThrows(
                        NoSuchElementException.class,
                        () -> json.at("a").at(0).at("b").integer())
                .getMessage();
        String absent = assertThrows(
                        NoSuchElementException.class,
                        () -> json.at("a").at(0).at("c").text())
                .getMessage();

        assertEquals("input.a[0].b should be a number and is \"x\"", type);
        assertEquals("input.a[0].c should be a text and is absent", absent);
    }

    @Test
    void duplicateFieldsAndTrailingTextAreRefused() {
        assertThrows(UncheckedIOException.class, () -> root("{'a': 1, 'a': 2}"));
        assertThrows(UncheckedIOException.class, () -> root("{} {}"));
        assertThrows(UncheckedIOException.class, () -> root(""));
    }

    @Test
    void judgeComparesNumbersByValueAndCollectionsInOrder() {
        assertDoesNotThrow(() -> root("{'a': 2}").at("a").judge(2L));
        assertDoesNotThrow(() -> root("{'a': 0.5}").at("a").judge(0.50));
        assertDoesNotThrow(() -> root("{'a': [1, 2]}").at("a").judge(List.of(1, 2)));
        assertDoesNotThrow(() -> root("{'a': 'x'}").at("a").judge(Optional.of("x")));
        assertThrows(AssertionError.class, () -> root("{'a': [1, 2]}").at("a").judge(List.of(2, 1)));
        assertThrows(AssertionError.class, () -> root("{'a': 2}").at("a").judge("2"));
    }

    @Test
    void judgeTakesNullAsNothingOrEmpty() {
        assertDoesNotThrow(() -> root("{'a': null}").at("a").judge(null));
        assertDoesNotThrow(() -> root("{'a': null}").at("a").judge(""));
        assertDoesNotThrow(() -> root("{'a': null}").at("a").judge(List.of()));
        assertDoesNotThrow(() -> root("{'a': null}").at("a").judge(Optional.empty()));
        assertThrows(AssertionError.class, () -> root("{'a': null}").at("a").judge(0));
        assertThrows(AssertionError.class, () -> root("{'a': 'x'}").at("a").judge(null));
    }

    @Test
    void judgeLeavesAloneWhatTheTableDoesNotSay() {
        assertDoesNotThrow(() -> root("{}").at("a").judge("anything"));
    }

    private static Json root(String text) {
        return Json.parse(text.replace('\'', '"')).asRoot("input");
    }
}
