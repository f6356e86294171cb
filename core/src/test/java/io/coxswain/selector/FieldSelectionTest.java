package io.coxswain.selector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FieldSelectionTest {
    private static final UnaryOperator<String> FIELDS =
            field -> Map.of("spec.nodeName", "n1", "status.phase", "Running", "odd", "a,b=c\\")
                    .getOrDefault(field, "");

    @Test
    void allTermsMustHold() {
        assertTrue(FieldSelection.parse("spec.nodeName=n1,status.phase!=Failed").matches(FIELDS));
        assertFalse(
                FieldSelection.parse("spec.nodeName=n1,status.phase!=Running").matches(FIELDS));
        assertFalse(FieldSelection.parse("spec.nodeName==n2").matches(FIELDS));
    }

    @Test
    void absentFieldIsEmpty() {
        assertTrue(FieldSelection.parse("metadata.namespace=").matches(FIELDS));
        assertFalse(FieldSelection.parse("spec.nodeName=").matches(FIELDS));
        assertTrue(FieldSelection.parse("spec.nodeName!=").matches(FIELDS));
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
        assertTrue(odd.matches(FIELDS));
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
}
