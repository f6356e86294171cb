package io.coxswain.selector;

import io.coxswain.validation.Names;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A test of one label; see {@code apimachinery/pkg/labels/selector.go}.
 *
 * @param key the key of the label
 * @param operator the test
 * @param values what the label's value is compared with, sorted and each once
 */
public record LabelRequirement(String key, Operator operator, List<String> values) {
    /** The tests that there are. A missing label passes those that negate, and no other. */
    public enum Operator {
        /** The value is this one: {@code =}. */
        EQUALS("=", 1, 1),
        /** The same, as {@code ==} writes it. */
        DOUBLE_EQUALS("==", 1, 1),
        /** The value isn't this one, or there is none: {@code !=}. */
        NOT_EQUALS("!=", 1, 1),
        /** The value is one of these: {@code in}. */
        IN(" in ", 1, Integer.MAX_VALUE),
        /** The value is none of these, or there is none: {@code notin}. */
        NOT_IN(" notin ", 1, Integer.MAX_VALUE),
        /** There is such a label. */
        EXISTS("", 0, 0),
        /** There is no such label: {@code !}. */
        DOES_NOT_EXIST("!", 0, 0),
        /** The value is a whole number above this one. */
        GREATER_THAN(">", 1, 1),
        /** The value is a whole number below this one. */
        LESS_THAN("<", 1, 1);

        private final String text;
        private final int fewest;
        private final int most;

        Operator(String text, int fewest, int most) {
            this.text = text;
            this.fewest = fewest;
            this.most = most;
        }

        boolean compares() {
            return this == GREATER_THAN || this == LESS_THAN;
        }
    }

    /**
     * Checks key, values and how many there are.
     *
     * @throws IllegalArgumentException if they don't suit the operator
     */
    public LabelRequirement {
        values = values.size() == 1 ? List.copyOf(values) : Ordered.list(new TreeSet<>(values));
        String problem = Names.labelKey(key);
        if (problem != null) {
            throw new IllegalArgumentException("label key \"" + key + "\": " + problem);
        }
        if (values.size() < operator.fewest || values.size() > operator.most) {
            throw new IllegalArgumentException("label " + key + ": " + operator + " takes "
                    + (operator.most == 0 ? "no value" : operator.most == 1 ? "one value" : "at least one value")
                    + ", not " + values);
        }
        for (String value : values) {
            check(key, operator, value);
        }
    }

    private static void check(String key, Operator operator, String value) {
        if (operator.compares() && number(value) == null) {
            throw new IllegalArgumentException("label " + key + ": \"" + value + "\" must be a whole number");
        }
        String problem = Names.labelValue(value);
        if (problem != null) {
            throw new IllegalArgumentException("label " + key + ": value \"" + value + "\": " + problem);
        }
    }

    /** Whether these labels pass the test. */
    public boolean matches(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case EQUALS, DOUBLE_EQUALS -> values.get(0).equals(value);
            case NOT_EQUALS -> !values.get(0).equals(value);
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case GREATER_THAN -> value != null && compare(value) > 0;
            case LESS_THAN -> value != null && compare(value) < 0;
        };
    }

    /** Zero if the value isn't a number, which then is neither above nor below. */
    private int compare(String value) {
        Long number = number(value);
        Long bound = number(values.get(0));
        return number == null || bound == null ? 0 : number.compareTo(bound);
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return switch (operator) {
            case DOES_NOT_EXIST -> "!" + key;
            case IN, NOT_IN -> key + operator.text + "(" + String.join(",", values) + ")";
            default -> key + operator.text + String.join(",", values);
        };
    }
}
