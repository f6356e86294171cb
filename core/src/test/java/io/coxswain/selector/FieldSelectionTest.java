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
        assertTrue(matches(FieldSelection.parse("spec.nodeName=n1,status.phase!=Failed")));
        assertFalse(matches(FieldSelection.parse("spec.nodeName=n1,status.phase!=Running")));
        assertFalse(matches(FieldSelection.parse("spec.nodeName==n2")));
    }

    @Test
    void absentFieldIsEmpty() {
        assertTrue(matches(FieldSelection.parse("metadata.namespace=")));
        assertFalse(matches(FieldSelection.parse("spec.nodeName=")));
        assertTrue(matches(FieldSelection.parse("spec.nodeName!=")));
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
        assertTrue(matches(odd));
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

    private static boolean matches(FieldSelection selection) {
        return selection.terms().stream().allMatch(term -> term.matches(value(term.field())));
    }

    private static String value(String field) {
        return VALUES.getOrDefault(field, "");
    }
}
