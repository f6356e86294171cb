package io.coxswain.selector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void textSaysWhatIsAsked() {
        Selection selection =
                Selection.all().namespace("shop").labels("app=web").field("spec.nodeName", "n1");
        assertEquals("namespace shop, labels app=web, fields spec.nodeName=n1", selection.toString());
        assertEquals("all namespaces", Selection.all().toString());
        assertTrue(Selection.all().isEverything());
        assertFalse(Selection.inNamespace("shop").isEverything());
    }

    @Test
    void whatIsWrongWithASelectorIsNamed() {
        assertRefused("label selector \"app=web,\": found its end, expected a key or '!'", "app=web,");
        assertRefused("label selector \"a b\": found 'b' at 2, expected one of =, ==, !=, >, <, in, notin, ','", "a b");
        assertRefused("label selector \"app in web\": found 'w' at 7, expected '('", "app in web");
    }

    private static void assertRefused(String message, String selector) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> LabelSelection.parse(selector))
                        .getMessage());
    }
}
