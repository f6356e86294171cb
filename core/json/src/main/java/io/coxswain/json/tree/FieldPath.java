package io.coxswain.json.tree;

import org.jspecify.annotations.Nullable;

/** Follows a path such as {@code spec.containers[0].env[1].name} or {@code metadata.labels[app]} through a tree. */
final class FieldPath {
    private final String path;
    private int at;

    private FieldPath(String path) {
        this.path = path;
    }

    /** The line of what the path names, or of the nearest thing around it that is there. */
    static int line(JsonValue tree, String path) {
        return new FieldPath(path).follow(tree).line();
    }

    private JsonValue follow(JsonValue tree) {
        JsonValue here = tree;
        while (at < path.length()) {
            JsonValue next = path.charAt(at) == '[' ? bracket(here) : member(here);
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private @Nullable JsonValue member(JsonValue here) {
        int start = path.charAt(at) == '.' ? at + 1 : at;
        at = start;
        while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
            at++;
        }
        return here instanceof JsonObject object ? object.get(path.substring(start, at)) : null;
    }

    private @Nullable JsonValue bracket(JsonValue here) {
        int end = path.indexOf(']', at);
        String inside = path.substring(at + 1, end < 0 ? path.length() : end);
        at = end < 0 ? path.length() : end + 1;
        if (here instanceof JsonArray array && inside.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(inside);
            return index < array.elements().size() ? array.elements().get(index) : null;
        }
        return here instanceof JsonObject object ? object.get(inside) : null;
    }
}
