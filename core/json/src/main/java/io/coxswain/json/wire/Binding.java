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

    private final Problems problems;
    private final Unknown unknown;
    private final StringBuilder path = new StringBuilder();

    public Binding(Problems problems, Unknown unknown) {
        this.problems = problems;
        this.unknown = unknown;
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
