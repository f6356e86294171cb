package io.coxswain.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one object. An instance is a place in the object; {@code at} goes down, and what is
 * reported there is collected for the whole object.
 *
 * <pre>{@code
 * void validate(Website site, FieldErrors errors) {
 *     FieldErrors spec = errors.at("spec");
 *     if (site.spec().replicas() < 0) {
 *         spec.at("replicas").invalid(site.spec().replicas(), "must be greater than or equal to 0");
 *     }
 * }
 * }</pre>
 *
 * <p>A place is a link to the one above it; paths become text only when something is reported. Not thread-safe.
 */
public final class FieldErrors {
    private final List<FieldError> found;
    private final @Nullable FieldErrors parent;
    private final String field;
    private final int index;
    private final @Nullable String key;

    private FieldErrors(
            List<FieldError> found, @Nullable FieldErrors parent, String field, int index, @Nullable String key) {
        this.found = found;
        this.parent = parent;
        this.field = field;
        this.index = index;
        this.key = key;
    }

    /** The place of the object itself, where nothing is wrong yet. */
    public static FieldErrors collect() {
        return new FieldErrors(new ArrayList<>(0), null, "", -1, null);
    }

    /** The place of a field of this one. */
    public FieldErrors at(String name) {
        return new FieldErrors(found, this, name, -1, null);
    }

    /** The place of an element of a list: {@code at("containers", 0)} is {@code containers[0]}. */
    public FieldErrors at(String list, int position) {
        return new FieldErrors(found, this, list, position, null);
    }

    /** The place of an entry of a map: {@code at("data", "password")} is {@code data[password]}. */
    public FieldErrors at(String map, String entry) {
        return new FieldErrors(found, this, map, -1, entry);
    }

    /** The place of an element, if this is the place of a list. */
    public FieldErrors index(int position) {
        return new FieldErrors(found, this, "", position, null);
    }

    /** The place of an entry, if this is the place of a map. */
    public FieldErrors key(String entry) {
        return new FieldErrors(found, this, "", -1, entry);
    }

    /** The path of this place, as in {@code spec.containers[0].image}. */
    public String path() {
        StringBuilder path = new StringBuilder();
        appendTo(path);
        return path.toString();
    }

    private void appendTo(StringBuilder path) {
        if (parent != null) {
            parent.appendTo(path);
        }
        if (!field.isEmpty()) {
            path.append(path.length() == 0 ? "" : ".").append(field);
        }
        if (index >= 0) {
            path.append('[').append(index).append(']');
        }
        if (key != null) {
            path.append('[').append(key).append(']');
        }
    }

    /** A value must be here. */
    public void required(String detail) {
        report(FieldErrorType.REQUIRED, null, detail);
    }

    /** The value here has the wrong form or is out of bounds; the detail says what would be right. */
    public void invalid(@Nullable Object value, String detail) {
        add(FieldErrorType.INVALID, value == null ? "null" : shown(value), detail);
    }

    /** The value here is none of those that are supported. */
    public void notSupported(Object value, Collection<String> supported) {
        String listed = supported.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
        report(FieldErrorType.NOT_SUPPORTED, value, listed.isEmpty() ? "" : "supported values: " + listed);
    }

    /** The value here is used before. */
    public void duplicate(Object value) {
        report(FieldErrorType.DUPLICATE, value, "");
    }

    /** Nothing may be set, or changed, here. */
    public void forbidden(String detail) {
        report(FieldErrorType.FORBIDDEN, null, detail);
    }

    /** The text here is longer than so many bytes. */
    public void tooLong(int limit) {
        report(FieldErrorType.TOO_LONG, null, "may not be more than " + limit + " bytes");
    }

    /** The list here has so many elements, and may have fewer. */
    public void tooMany(int actual, int limit) {
        report(FieldErrorType.TOO_MANY, actual, "must have at most " + limit + " items");
    }

    /** The value here is of the wrong type. */
    public void typeInvalid(Object value, String detail) {
        report(FieldErrorType.TYPE_INVALID, value, detail);
    }

    /** The value here names something that doesn't exist. */
    public void notFound(Object value) {
        report(FieldErrorType.NOT_FOUND, value, "");
    }

    /** What a rule for the form of names says about the name here, if it says something. */
    public void name(String text, NameRule rule) {
        String problem = rule.problem(text);
        if (problem != null) {
            invalid(text, problem);
        }
    }

    /** A text must be at this field; an empty one is missing. */
    public void requireText(String name, String text) {
        if (text.isEmpty()) {
            at(name).required("");
        }
    }

    /** The text at this field must follow a rule for the form of names. */
    public void requireName(String name, String text, NameRule rule) {
        String problem = rule.problem(text);
        if (problem != null) {
            at(name).invalid(text, problem);
        }
    }

    /** The text at this field must be one of these; an empty one is missing. */
    public void requireOneOf(String name, String text, Collection<String> supported) {
        if (text.isEmpty()) {
            at(name).required("");
        } else if (!supported.contains(text)) {
            at(name).notSupported(text, supported);
        }
    }

    /** The number at this field must not be negative. */
    public void requireNotNegative(String name, long number) {
        if (number < 0) {
            at(name).invalid(number, "must be greater than or equal to 0");
        }
    }

    private void report(FieldErrorType type, @Nullable Object value, String detail) {
        add(type, value == null ? "" : shown(value), detail);
    }

    private void add(FieldErrorType type, String shown, String detail) {
        found.add(new FieldError(path(), type, shown, detail));
    }

    private static String shown(Object value) {
        boolean plain = value instanceof Number || value instanceof Boolean;
        return plain ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format("\\x%02x", (int) c) : c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether nothing has been reported, anywhere in the object. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How much has been reported so far, anywhere in the object. */
    public int size() {
        return found.size();
    }

    /** What has been reported anywhere in the object so far, in the order of reports. */
    public List<FieldError> list() {
        return List.copyOf(found);
    }
}
