package io.coxswain.json;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What definitions use of JSONPath: {@code .spec.replicas}, and one element of a list by one of its members, as in
 * {@code .status.conditions[?(@.type=="Ready")].status}.
 *
 * @param list the path of the list that is searched; empty if none is
 * @param name the member by which an element is found
 * @param wanted the value of that member
 * @param path what is read, of the element or else of the object
 */
record ColumnPath(String list, String name, String wanted, String path) {
    private static final String PLAIN = "(?:\\.[A-Za-z0-9_-]+|\\[[0-9]+]|\\['[^']+'])+";
    private static final Pattern FORM = Pattern.compile(
            "(?:(" + PLAIN + ")\\[\\?\\(@\\.([A-Za-z0-9_-]+)\\s*==\\s*['\"]([^'\"]*)['\"]\\)])?(" + PLAIN + ")");

    /** The path of this notation; null if it is none of these. */
    static @Nullable ColumnPath parse(String notation) {
        Matcher form = FORM.matcher(notation.startsWith("{") ? notation.substring(1, notation.length() - 1) : notation);
        if (!form.matches()) {
            return null;
        }
        boolean searches = form.group(1) != null;
        return new ColumnPath(
                searches ? plain(form.group(1)) : "",
                searches ? form.group(2) : "",
                searches ? form.group(3) : "",
                plain(form.group(4)));
    }

    private static String plain(String notation) {
        String path = notation.replace("['", "[").replace("']", "]");
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** Whether it leads to a field that every object can be selected by. */
    boolean isPlain() {
        return list.isEmpty() && path.indexOf('[') < 0;
    }

    /** The text, number or boolean that stands there; empty if nothing does. */
    Object value(DynamicResource object) {
        if (!list.isEmpty()) {
            JsonValue searched = find(object, list);
            List<JsonValue> elements = searched instanceof JsonArray array ? array.elements() : List.of();
            return elements.stream()
                    .filter(element -> JsonText.of(wanted).equals(element.find(name)))
                    .findFirst()
                    .map(element -> scalar(element.find(path)))
                    .orElse("");
        }
        return scalar(find(object, path));
    }

    private static @Nullable JsonValue find(DynamicResource object, String path) {
        return path.startsWith("metadata.")
                ? Codec.lenient().toTree(object).find(path)
                : object.content().find(path);
    }

    private static Object scalar(@Nullable JsonValue value) {
        if (value == null || value instanceof JsonNull) {
            return "";
        }
        if (value instanceof JsonText text) {
            return text.text();
        }
        if (value instanceof JsonBoolean bool) {
            return bool.value();
        }
        Long whole = value instanceof JsonNumber number ? number.wholeNumber() : null;
        return whole != null ? whole : value.toString();
    }
}
