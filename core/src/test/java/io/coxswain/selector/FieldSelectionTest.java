package io.coxswain.selector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldSelectionTest {
    private static final Map<String, String> VALUES =
            Map.of("spec.nodeName", "n1", "status.phase", "Running", "odd", "a,b=c\\");

    @Test
    void allTermsMustHold() {
        assertTrue(FieldSelection.parse("spec.nodeName=n1,status.phase!=Failed").matches(FieldSelectionTest::value));
        assertFalse(
                FieldSelection.parse("spec.nodeName=n1,status.phase!=Running").matches(FieldSelectionTest::value));
        assertFalse(FieldSelection.parse("spec.nodeName==n2").matches(FieldSelectionTest::value));
    }

    @Test
    void absentFieldIsEmpty() {
        assertTrue(FieldSelection.parse("metadata.namespace=").matches(FieldSelectionTest::value));
        assertFalse(FieldSelection.parse("spec.nodeName=").matches(FieldSelectionTest::value));
        assertTrue(FieldSelection.parse("spec.nodeName!=").matches(FieldSelectionTest::value));
    }

    @Test
    void emptyTextAndEmptyTermsSelectEverything() {
        assertTrue(FieldSelection.parse("").isEverything());
        assertTrue(FieldSelection.parse(",").isEverything());
        assertEquals("a=b", FieldSelection.parse(",a=b,").toString());
    }

    @Test
    void specialCharactersAreEscaped() {
        FieldSelection odd = FieldSelection.parse("odd=a\\,b\\=c\\\\");
        assertTrue(odd.matches(FieldSelectionTest::value));
        assertEquals("odd=a\\,b\\=c\\\\", odd.toString());
        assertEquals(FieldSelection.of("odd", "a,b=c\\"), odd);
    }

    @Test
    void whatComparesNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FieldSelection.parse("spec.nodeName"));
        assertThrows(IllegalArgumentException.class, () -> FieldSelection.parse("a=b=c"));
        assertThrows(IllegalArgumentException.class, () -> FieldSelection.parse("a=\\b"));
        assertThrows(IllegalArgumentException.class, () -> FieldSelection.parse("a=b\\"));
    }

    @Test
    void anIndexCanAskForTheExactValue() {
        FieldSelection selection = FieldSelection.parse("spec.nodeName=n1,status.phase!=Failed");
        assertEquals(Optional.of("n1"), selection.exactly("spec.nodeName"));
        assertEquals(Optional.empty(), selection.exactly("status.phase"));
        assertEquals(Optional.empty(), selection.exactly("metadata.name"));
    }

    private static String value(String field) {
        return VALUES.getOrDefault(field, "");
    }
}
