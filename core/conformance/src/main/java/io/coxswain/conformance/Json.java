package io.coxswain.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of a JSON tree that knows whether it was read. Every method that looks at a node marks it as read, but not what is
 * inside: {@code at("spec")} reads the parent, {@code at("spec").at("replicas").integer()} reads all three. {@link #whole()}
 * and {@link #wholeText()} read everything inside.
 *
 * <p>An absent field is a node as well: {@link #exists()} and {@link #isNull()} ask for it, methods with a fallback give
 * the fallback, {@link #items()} and {@link #fields()} are empty, and the others throw and name the path.
 */
public final class Json {

    private static final Object ABSENT = new Object();

    private final String path;
    private final @Nullable Object content;
    private boolean read;

    /** Content is ABSENT, null, String, Boolean, BigDecimal, a list of nodes or an ordered map of nodes. */
    private Json(String path, @Nullable Object content) {
        this.path = path;
        this.content = content;
    }

    /** Parses JSON text. Duplicate fields and trailing text are refused. */
    public static Json parse(String text) {
        try {
            return node("", JsonText.parse(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Json read(Path file) {
        try {
            return node("", JsonText.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Json node(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Json> fields = new LinkedHashMap<>();
            map.forEach((name, inner) ->
                    fields.put((String) name, node(path.isEmpty() ? "" + name : path + "." + name, inner)));
            return new Json(path, fields);
        }
        if (value instanceof List<?> list) {
            List<Json> items = new ArrayList<>();
            list.forEach(inner -> items.add(node(path + "[" + items.size() + "]", inner)));
            return new Json(path, items);
        }
        return new Json(path, value);
    }

    /** The same tree, unread, as a root whose path is the given name. */
    Json asRoot(String name) {
        return content == ABSENT ? new Json(name, Map.of()) : node(name, value());
    }

    /** Where this node is, for instance {@code input.pod.spec.containers[0]}. */
    public String path() {
        return path;
    }

    /** The field of that name; an absent one where this has none or is absent itself. */
    public Json at(String field) {
        Json found = fields().get(field);
        return found != null ? found : new Json(path + "." + field, ABSENT);
    }

    /** The element at that index. */
    public Json at(int index) {
        return items().get(index);
    }

    /** Whether there is such a field, null or not. */
    public boolean has(String field) {
        return at(field).exists();
    }

    /** Whether this is there, null or not. */
    public boolean exists() {
        read = true;
        return content != ABSENT;
    }

    /** Whether this is null or absent. */
    public boolean isNull() {
        read = true;
        return content == null || content == ABSENT;
    }

    /** Whether this is an object. */
    public boolean isObject() {
        read = true;
        return content instanceof Map;
    }

    /** Whether this is a list. */
    public boolean isList() {
        read = true;
        return content instanceof List;
    }

    /** Whether this is a text. */
    public boolean isText() {
        read = true;
        return content instanceof String;
    }

    /** Whether this is a number. */
    public boolean isNumber() {
        read = true;
        return content instanceof BigDecimal;
    }

    /** The elements of this list; none if it is null or absent. */
    @SuppressWarnings("unchecked") // the only lists are made by node()
    public List<Json> items() {
        return isNull() ? List.of() : (List<Json>) require(List.class, "a list");
    }

    /** The fields of this object in their order; none if it is null or absent. */
    @SuppressWarnings("unchecked") // the only maps are made by node()
    public Map<String, Json> fields() {
        return isNull() ? Map.of() : (Map<String, Json>) require(Map.class, "an object");
    }

    /** The elements of this list as texts. */
    public List<String> texts() {
        return items().stream().map(Json::text).toList();
    }

    /** The elements of this list as numbers. */
    public List<Integer> integers() {
        return items().stream().map(Json::integer).toList();
    }

    /** The fields of this object as texts, in their order. */
    public Map<String, String> textMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /** This text. */
    public String text() {
        return (String) require(String.class, "a text");
    }

    /** This text, or the fallback if it is null or absent. */
    public String text(String fallback) {
        return isNull() ? fallback : text();
    }

    /** This whole number. */
    public int integer() {
        return decimal().intValueExact();
    }

    /** This whole number, or the fallback if it is null or absent. */
    public int integer(int fallback) {
        return isNull() ? fallback : integer();
    }

    /** This whole number. */
    public long number() {
        return decimal().longValueExact();
    }

    /** This whole number, or the fallback if it is null or absent. */
    public long number(long fallback) {
        return isNull() ? fallback : number();
    }

    /** This number. */
    public BigDecimal decimal() {
        return (BigDecimal) require(BigDecimal.class, "a number");
    }

    /** This truth value. */
    public boolean bool() {
        return (Boolean) require(Boolean.class, "true or false");
    }

    /** This truth value; false if it is null or absent. */
    public boolean isTrue() {
        return !isNull() && bool();
    }

    /** Does something with this if it is there and not null. */
    public void ifPresent(Consumer<Json> use) {
        if (!isNull()) {
            use.accept(this);
        }
    }

    /**
     * Everything in here as plain values: ordered maps, lists, String, Boolean, BigDecimal, null (also for absent). All of it
     * counts as read.
     */
    public @Nullable Object whole() {
        readAll();
        return value();
    }

    /** Everything in here as JSON text, for a decoder. All of it counts as read. */
    public String wholeText() {
        return JsonText.write(whole());
    }

    /**
     * Checks a result by the rule of the tables: an absent expectation isn't judged, a null one wants null or empty, any
     * other wants an equal value. Numbers are compared by value; an Optional stands for what it holds. All of this counts as
     * read.
     */
    public void judge(@Nullable Object actual) {
        if (!exists()) {
            return;
        }
        Object expected = Plain.of(whole());
        Object plain = Plain.of(actual);
        if (expected != null || !Plain.isEmpty(plain)) {
            assertEquals(expected, plain, path);
        }
    }

    /** Paths of what nobody has read, outermost only. */
    Stream<String> unread() {
        if (!read && content != ABSENT && !isEmptyRoot()) {
            return Stream.of(path);
        }
        return children().flatMap(Json::unread);
    }

    @Override
    public String toString() {
        return content == ABSENT ? path + " (absent)" : JsonText.write(value());
    }

    private boolean isEmptyRoot() {
        return path.indexOf('.') < 0 && content instanceof Map<?, ?> map && map.isEmpty();
    }

    private void readAll() {
        read = true;
        children().forEach(Json::readAll);
    }

    private Stream<Json> children() {
        if (content instanceof Map<?, ?> map) {
            return map.values().stream().map(Json.class::cast);
        }
        return content instanceof List<?> list ? list.stream().map(Json.class::cast) : Stream.empty();
    }

    private @Nullable Object value() {
        if (content instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, inner) -> plain.put(name, ((Json) inner).value()));
            return plain;
        }
        if (content instanceof List<?>) {
            List<@Nullable Object> plain = new ArrayList<>();
            children().forEach(inner -> plain.add(inner.value()));
            return plain;
        }
        return content == ABSENT ? null : content;
    }

    private Object require(Class<?> type, String wanted) {
        read = true;
        if (content == null || !type.isInstance(content)) {
            throw new NoSuchElementException(path + " should be " + wanted + " and is "
                    + (content == ABSENT ? "absent" : JsonText.write(value())));
        }
        return content;
    }
}
