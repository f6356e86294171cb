package io.coxswain.selector;

import io.coxswain.value.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects by the values of fields: {@code spec.nodeName=n1,status.phase!=Failed}, all of which must hold. Which fields
 * there are is the kind's business; an absent value is the empty text. See {@code apimachinery/pkg/fields/selector.go}.
 *
 * @param terms what must hold
 */
public record FieldSelection(List<Term> terms) {
    private static final FieldSelection EVERYTHING = new FieldSelection(List.of());

    /**
     * A comparison of one field.
     *
     * @param field its path
     * @param comparison the comparison
     * @param value what it is compared with
     */
    public record Term(String field, Comparison comparison, String value) {
        /** Whether the term holds of an object whose field has this value; an absent one is the empty text. */
        public boolean matches(String actual) {
            return actual.equals(value) == (comparison == Comparison.EQUAL);
        }

        @Override
        public String toString() {
            return field + (comparison == Comparison.EQUAL ? "=" : "!=") + escaped(value);
        }
    }

    /** How a field is compared. */
    public enum Comparison {
        /** The field has this value: {@code =} or {@code ==}. */
        EQUAL,
        /** The field has another value: {@code !=}. */
        NOT_EQUAL
    }

    /** Copies the terms. */
    public FieldSelection {
        terms = Ordered.list(terms);
    }

    /** Selects whatever values fields have. */
    public static FieldSelection everything() {
        return EVERYTHING;
    }

    /** Selects what has this value in this field. */
    public static FieldSelection of(String field, String value) {
        return new FieldSelection(List.of(new Term(field, Comparison.EQUAL, value)));
    }

    /**
     * Reads the text of a selector; empty text selects everything. In a value a comma, an equals sign and a backslash
     * are written with a backslash before them.
     *
     * @throws IllegalArgumentException if the text isn't one
     */
    public static FieldSelection parse(String text) {
        List<Term> terms = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                if (i > start) {
                    terms.add(term(text, text.substring(start, i)));
                }
                start = i + 1;
            } else if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
        }
        return terms.isEmpty() ? EVERYTHING : new FieldSelection(terms);
    }

    private static Term term(String text, String term) {
        int equals = term.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("field selector \"" + text + "\": \"" + term
                    + "\" compares nothing: write field=value or field!=value");
        }
        boolean negated = equals > 0 && term.charAt(equals - 1) == '!';
        int value = term.startsWith("==", equals) && !negated ? equals + 2 : equals + 1;
        return new Term(
                term.substring(0, negated ? equals - 1 : equals),
                negated ? Comparison.NOT_EQUAL : Comparison.EQUAL,
                unescaped(text, term.substring(value)));
    }

    private static String unescaped(String text, String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean special = c == '=';
            if (c == '\\') {
                i++;
                c = i < value.length() ? value.charAt(i) : ' ';
                special = c != '\\' && c != ',' && c != '=';
            }
            if (special) {
                throw new IllegalArgumentException("field selector \"" + text + "\": value \"" + value
                        + "\": a backslash stands before each comma, equals sign and backslash, and only there");
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
    }

    /** This with another term: the field must have this value. */
    public FieldSelection and(String field, String value) {
        return new FieldSelection(Ordered.with(terms, new Term(field, Comparison.EQUAL, value)));
    }

    /** Whether every object is selected, so that fields needn't be looked at. */
    public boolean isEverything() {
        return terms.isEmpty();
    }

    /** The value that a field must have, if it must have a certain one; for who keeps an index. */
    public Optional<String> exactly(String field) {
        return terms.stream()
                .filter(term ->
                        term.comparison() == Comparison.EQUAL && term.field().equals(field))
                .map(Term::value)
                .findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldSelection selection && terms.equals(selection.terms);
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The text, which {@link #parse} reads. */
    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(","));
    }
}
