package io.coxswain.selector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.selector.FieldSelection.Comparison;
import io.coxswain.selector.FieldSelection.Term;
import io.coxswain.selector.LabelRequirement.Operator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class SelectionLawsTest {
    @Property(tries = 500)
    void canonicalTextIsReadBackAsTheSameSelection(@ForAll("labelSelections") LabelSelection selection) {
        LabelSelection read = LabelSelection.parse(selection.toString());
        assertEquals(selection, read);
        assertEquals(selection.hashCode(), read.hashCode());
        assertEquals(selection.toString(), read.toString());
    }

    @Property(tries = 500)
    void allRequirementsMustHold(
            @ForAll("labelSelections") LabelSelection selection, @ForAll("labels") Map<String, String> labels) {
        boolean all = selection.requirements().stream().allMatch(each -> each.matches(labels));
        assertEquals(all, selection.matches(labels));
        assertEquals(all, LabelSelection.parse(selection.toString()).matches(labels));
    }

    @Property(tries = 500)
    void aTestAndItsNegationDisagree(@ForAll("labels") Map<String, String> labels, @ForAll("values") String value) {
        assertDisagree(labels, Operator.EQUALS, Operator.NOT_EQUALS, List.of(value));
        assertDisagree(labels, Operator.IN, Operator.NOT_IN, List.of(value, "a"));
        assertDisagree(labels, Operator.EXISTS, Operator.DOES_NOT_EXIST, List.of());
    }

    private static void assertDisagree(Map<String, String> labels, Operator one, Operator other, List<String> values) {
        boolean holds = new LabelRequirement("k", one, values).matches(labels);
        assertEquals(!holds, new LabelRequirement("k", other, values).matches(labels));
    }

    @Property(tries = 500)
    void labelsSelectThemselves(@ForAll("labels") Map<String, String> labels) {
        assertTrue(LabelSelection.of(labels).matches(labels));
    }

    @Property(tries = 500)
    void whatIsNoLabelSelectorIsRefusedAndNothingElseHappens(
            @ForAll @StringLength(max = 16) @Chars({'a', '1', '=', '!', '(', ')', ',', '<', '>', 'i', 'n', ' ', '\n'})
                    String text) {
        try {
            LabelSelection selection = LabelSelection.parse(text);
            assertEquals(selection, LabelSelection.parse(selection.toString()));
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage().startsWith("label selector \"" + text + "\": "), refused::getMessage);
        }
    }

    @Property(tries = 500)
    void fieldsAreReadBackWhateverTheirValues(@ForAll List<@Chars({'a', ',', '=', '\\', '!', ' '}) String> values) {
        FieldSelection selection = new FieldSelection(values.stream()
                .map(value -> new Term("f", value.length() % 2 == 0 ? Comparison.EQUAL : Comparison.NOT_EQUAL, value))
                .toList());
        assertEquals(selection, FieldSelection.parse(selection.toString()));
    }

    @Property(tries = 500)
    void whatIsNoFieldSelectorIsRefusedAndNothingElseHappens(
            @ForAll @StringLength(max = 12) @Chars({'a', '=', '!', ',', '\\'}) String text) {
        try {
            FieldSelection selection = FieldSelection.parse(text);
            assertEquals(selection, FieldSelection.parse(selection.toString()));
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage().startsWith("field selector \"" + text + "\": "), refused::getMessage);
        }
    }

    @Provide
    Arbitrary<LabelSelection> labelSelections() {
        return requirements().list().ofMaxSize(4).map(LabelSelection::of);
    }

    private Arbitrary<LabelRequirement> requirements() {
        return Combinators.combine(
                        keys(),
                        Arbitraries.of(Operator.values()),
                        values().list().ofMinSize(1).ofMaxSize(3))
                .as((key, operator, values) -> new LabelRequirement(key, operator, suitable(operator, values)));
    }

    private static List<String> suitable(Operator operator, List<String> values) {
        return switch (operator) {
            case EXISTS, DOES_NOT_EXIST -> List.of();
            case GREATER_THAN, LESS_THAN ->
                List.of(Integer.toString(values.get(0).length()));
            case IN, NOT_IN -> values;
            default -> values.subList(0, 1);
        };
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(keys(), values()).ofMaxSize(4);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.of("k", "in", "notin", "example.com/role", "a-b_c.d");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("", "a", "b", "in", "notin", "1", "22", "A.b-c_d");
    }
}
