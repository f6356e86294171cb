package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;

/** One reading of a tree into records: whether unknown fields matter, where it is, and what it found to be wrong. */
public final class Binding {
    /** What becomes of fields that no record has. */
    public enum Unknown {
        REFUSED,
        IGNORED
    }

    /** What becomes of required fields that aren't there. */
    public enum Required {
        /** They are problems: nobody else will say so with their lines. */
        REPORTED,
        /** They are zero, for a validation to judge. */
        LEFT_OUT
    }

    private final Problems problems;
    private final Unknown unknown;
    private Required required;
    private final StringBuilder path = new StringBuilder();

    public Binding(Problems problems, Unknown unknown, Required required) {
        this.problems = problems;
        this.unknown = unknown;
        this.required = required;
    }

    boolean reportsRequired() {
        return required == Required.REPORTED;
    }

    /** From here on nothing is required; the result leads back by {@link #require}. */
    Required requireNothing() {
        Required before = required;
        required = Required.LEFT_OUT;
        return before;
    }

    void require(Required before) {
        required = before;
    }

    boolean refusesUnknown() {
        return unknown == Unknown.REFUSED;
    }

    /** Goes to a field; the result leads back by {@link #leave}. */
    int enter(String field) {
        int mark = path.length();
        path.append(mark == 0 ? "" : ".").append(field);
        return mark;
    }

    int enterIndex(int index) {
        int mark = path.length();
        path.append('[').append(index).append(']');
        return mark;
    }

    int enterKey(String key) {
        int mark = path.length();
        path.append('[').append(key).append(']');
        return mark;
    }

    void leave(int mark) {
        path.setLength(mark);
    }

    String path() {
        return path.toString();
    }

    int problemCount() {
        return problems.count();
    }

    /** The value here can't be what its field needs. */
    void wrong(JsonValue value, String required) {
        problems.add(value.line(), path(), path() + ": is " + value.describe() + ", must be " + required);
    }

    /** Something about the field here is wrong; the text names it. */
    void problem(int line, String text) {
        problems.add(line, path(), text);
    }
}
