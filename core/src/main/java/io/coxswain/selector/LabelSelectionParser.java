package io.coxswain.selector;

import io.coxswain.selector.LabelRequirement.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code kubectl -l}'s syntax; see {@code apimachinery/pkg/labels/selector.go}.
 *
 * <pre>
 * selector    = [ requirement { "," requirement } ]
 * requirement = [ "!" ] key | key ( "=" | "==" | "!=" | "&gt;" | "&lt;" ) [ value ] | key ( "in" | "notin" ) "(" values ")"
 * values      = [ value ] { "," [ value ] }
 * </pre>
 *
 * <p>{@code in} and {@code notin} are words like others except after a key.
 */
final class LabelSelectionParser {
    private static final String SYMBOLS = "=!(),><";
    private static final String SPACE = " \t\r\n";

    private final String text;
    private int at;

    LabelSelectionParser(String text) {
        this.text = text;
    }

    List<LabelRequirement> parse() {
        List<LabelRequirement> requirements = new ArrayList<>();
        skipSpace();
        if (atEnd()) {
            return requirements;
        }
        requirements.add(requirement());
        while (!atEnd()) {
            if (!skip(",")) {
                throw expected("',' or the end");
            }
            requirements.add(requirement());
        }
        return requirements;
    }

    private LabelRequirement requirement() {
        boolean negated = !at("!=") && skip("!");
        String key = word();
        if (key.isEmpty()) {
            throw expected(negated ? "a key" : "a key or '!'");
        }
        if (negated) {
            return checked(key, Operator.DOES_NOT_EXIST, List.of());
        }
        if (atEnd() || at(",")) {
            return checked(key, Operator.EXISTS, List.of());
        }
        Operator operator = operator();
        List<String> values = operator == Operator.IN || operator == Operator.NOT_IN ? set() : List.of(exactValue());
        return checked(key, operator, values);
    }

    private LabelRequirement checked(String key, Operator operator, List<String> values) {
        try {
            return new LabelRequirement(key, operator, values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("label selector \"" + text + "\": " + e.getMessage(), e);
        }
    }

    private Operator operator() {
        if (skip("==")) {
            return Operator.DOUBLE_EQUALS;
        }
        if (skip("=")) {
            return Operator.EQUALS;
        }
        if (skip("!=")) {
            return Operator.NOT_EQUALS;
        }
        if (skip(">")) {
            return Operator.GREATER_THAN;
        }
        if (skip("<")) {
            return Operator.LESS_THAN;
        }
        int start = at;
        String word = word();
        if (word.equals("in")) {
            return Operator.IN;
        }
        if (word.equals("notin")) {
            return Operator.NOT_IN;
        }
        at = start;
        throw expected("one of =, ==, !=, >, <, in, notin, ','");
    }

    /** An empty value is one; what can't follow a value is found by who goes on. */
    private String exactValue() {
        if (atEnd() || at(",")) {
            return "";
        }
        String value = word();
        if (value.isEmpty()) {
            throw expected("a value");
        }
        return value;
    }

    private List<String> set() {
        if (!skip("(")) {
            throw expected("'('");
        }
        List<String> values = new ArrayList<>();
        values.add(word());
        while (skip(",")) {
            values.add(word());
        }
        if (!skip(")")) {
            throw expected("',' or ')'");
        }
        return values;
    }

    private String word() {
        int start = at;
        while (!atEnd() && SYMBOLS.indexOf(text.charAt(at)) < 0 && SPACE.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        skipSpace();
        return word;
    }

    private boolean at(String symbol) {
        return text.startsWith(symbol, at);
    }

    private boolean skip(String symbol) {
        boolean there = at(symbol);
        if (there) {
            at += symbol.length();
            skipSpace();
        }
        return there;
    }

    private void skipSpace() {
        while (!atEnd() && SPACE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean atEnd() {
        return at == text.length();
    }

    private IllegalArgumentException expected(String what) {
        String found = atEnd() ? "its end" : "'" + text.charAt(at) + "' at " + at;
        return new IllegalArgumentException("label selector \"" + text + "\": found " + found + ", expected " + what);
    }
}
