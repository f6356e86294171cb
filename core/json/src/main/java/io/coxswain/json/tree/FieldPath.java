package io.coxswain.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path such as {@code spec.containers[0].env[1].name} or {@code metadata.labels[app]} through a tree: names of members after a
 * dot or in brackets, and positions in brackets.
 */
final class FieldPath {
    private final String path;
    private final List<String> steps = new ArrayList<>();
    private final List<Boolean> bracketed = new ArrayList<>();

    FieldPath(String path) {
        this.path = path;
        for (int at = 0; at < path.length(); ) {
            at = path.charAt(at) == '[' ? bracket(at) : member(at);
        }
    }

    private int member(int from) {
        int start = path.charAt(from) == '.' ? from + 1 : from;
        int end = start;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        steps.add(path.substring(start, end));
        bracketed.add(false);
        return end;
    }

    private int bracket(int from) {
        int end = path.indexOf(']', from);
        steps.add(path.substring(from + 1, end < 0 ? path.length() : end));
        bracketed.add(true);
        return end < 0 ? path.length() : end + 1;
    }

    /** The line of what the path names, or of the nearest thing around it that is there. */
    int line(JsonValue tree) {
        JsonValue here = tree;
        for (String step : steps) {
            JsonValue next = child(here, step);
            if (next == null) {
                return here.line();
            }
            here = next;
        }
        return here.line();
    }

    /** What the path names; null if it isn't there. */
    @Nullable
    JsonValue find(JsonValue tree) {
        @Nullable JsonValue here = tree;
        for (String step : steps) {
            here = here == null ? null : child(here, step);
        }
        return here;
    }

    private static @Nullable JsonValue child(JsonValue here, String step) {
        if (here instanceof JsonArray array) {
            int index = index(step);
            return index >= 0 && index < array.elements().size()
                    ? array.elements().get(index)
                    : null;
        }
        return here instanceof JsonObject object ? object.get(step) : null;
    }

    private static int index(String step) {
        return step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : -1;
    }

    /**
     * The tree with another value at the path, null for none. Objects and lists around it that aren't there are made.
     *
     * @throws IllegalArgumentException if the path leads through what is no object, or to no place of a list
     */
    JsonObject put(JsonObject tree, @Nullable JsonValue value) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the path is empty: name a field, such as spec.replicas");
        }
        return put(tree, 0, value);
    }

    private JsonObject put(JsonObject tree, int step, @Nullable JsonValue value) {
        Map<String, JsonValue> members = new LinkedHashMap<>(tree.members());
        String name = steps.get(step);
        @Nullable JsonValue changed = changed(tree.get(name), step, value);
        if (changed == null) {
            members.remove(name);
        } else {
            members.put(name, changed);
        }
        return JsonObject.of(members);
    }

    /** What stands at a step after the change. */
    private @Nullable JsonValue changed(@Nullable JsonValue here, int step, @Nullable JsonValue value) {
        if (step == steps.size() - 1) {
            return value;
        }
        if (here instanceof JsonArray array) {
            return put(array, step + 1, value);
        }
        if (here == null || here instanceof JsonNull) {
            return value == null ? here : made(step + 1, value);
        }
        if (here instanceof JsonObject object) {
            return put(object, step + 1, value);
        }
        throw new IllegalArgumentException(path + ": " + steps.get(step) + " is " + here.describe()
                + ", must be an object or a list to have a field inside");
    }

    /** What is made where nothing is: {@code [0]} begins a list. */
    private JsonValue made(int step, JsonValue value) {
        boolean list = bracketed.get(step) && index(steps.get(step)) == 0;
        return list ? put(JsonArray.of(List.of()), step, value) : put(JsonObject.EMPTY, step, value);
    }

    private JsonArray put(JsonArray array, int step, @Nullable JsonValue value) {
        List<JsonValue> elements = new ArrayList<>(array.elements());
        int index = index(steps.get(step));
        if (value == null && index >= elements.size()) {
            return array;
        }
        if (index < 0 || index > elements.size()) {
            throw new IllegalArgumentException(path + ": the list has " + elements.size() + " elements, "
                    + steps.get(step) + " is none of them and isn't the next");
        }
        @Nullable JsonValue old = index < elements.size() ? elements.get(index) : null;
        @Nullable JsonValue changed = changed(old, step, value);
        if (changed == null) {
            elements.remove(index);
        } else if (index == elements.size()) {
            elements.add(changed);
        } else {
            elements.set(index, changed);
        }
        return JsonArray.of(elements);
    }
}
