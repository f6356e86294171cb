package io.coxswain.json.patch;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, RFC 6901: {@code /spec/containers/0/image}. As in Kubernetes' library, an index may be counted from the
 * end of the list: {@code -1} is its last element.
 */
final class JsonPointer {
    private static final String END = "-";

    private final String text;
    private final List<String> tokens;

    private JsonPointer(String text, List<String> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException if the text is neither empty nor begins with a slash */
    static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return new JsonPointer(text, List.of());
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("\"" + text + "\" must begin with /");
        }
        List<String> tokens = new ArrayList<>();
        for (String token : text.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(text, List.copyOf(tokens));
    }

    boolean isRoot() {
        return tokens.isEmpty();
    }

    /** What is there; null if its container has no such member. */
    @Nullable
    JsonValue find(JsonValue document) {
        JsonValue here = document;
        for (int depth = 0; depth < tokens.size(); depth++) {
            String token = tokens.get(depth);
            if (here instanceof JsonObject object && depth == tokens.size() - 1) {
                return object.get(token);
            }
            here = inside(here, token);
        }
        return here;
    }

    JsonValue get(JsonValue document) {
        JsonValue found = find(document);
        if (found == null) {
            throw missing(tokens.get(tokens.size() - 1));
        }
        return found;
    }

    /** The document with a value added: in a list before the element that has this index now. */
    JsonValue add(JsonValue document, JsonValue value) {
        return isRoot() ? value : change(document, 0, (container, token) -> added(container, token, value));
    }

    JsonValue remove(JsonValue document) {
        if (isRoot()) {
            throw new IllegalArgumentException("the whole object can't be removed: delete it");
        }
        return change(document, 0, (container, token) -> {
            inside(container, token);
            return with(container, token, null);
        });
    }

    JsonValue replace(JsonValue document, JsonValue value) {
        if (isRoot()) {
            return value;
        }
        return change(document, 0, (container, token) -> {
            inside(container, token);
            return with(container, token, value);
        });
    }

    /** Changes the container of what this points to. */
    private interface Change {
        JsonValue of(JsonValue container, String token);
    }

    private JsonValue change(JsonValue here, int depth, Change change) {
        String token = tokens.get(depth);
        if (depth == tokens.size() - 1) {
            return change.of(here, token);
        }
        return with(here, token, change(inside(here, token), depth + 1, change));
    }

    private JsonValue inside(JsonValue container, String token) {
        if (container instanceof JsonArray array) {
            return array.elements().get(index(token, array.elements().size()));
        }
        JsonValue member = container instanceof JsonObject object ? object.get(token) : null;
        if (member == null) {
            throw container instanceof JsonObject
                    ? missing(token)
                    : new IllegalArgumentException(text + ": \"" + token + "\" can't be in " + container.describe());
        }
        return member;
    }

    private IllegalArgumentException missing(String token) {
        return new IllegalArgumentException(text + ": there is no \"" + token + "\"");
    }

    private JsonValue added(JsonValue container, String token, JsonValue value) {
        if (container instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            elements.add(token.equals(END) ? elements.size() : index(token, elements.size() + 1), value);
            return JsonArray.of(elements);
        }
        if (!(container instanceof JsonObject)) {
            throw new IllegalArgumentException(text + ": nothing can be added to " + container.describe());
        }
        return with(container, token, value);
    }

    /** The container with this value at this place; null removes. */
    private JsonValue with(JsonValue container, String token, @Nullable JsonValue value) {
        if (container instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int index = index(token, elements.size());
            if (value == null) {
                elements.remove(index);
            } else {
                elements.set(index, value);
            }
            return JsonArray.of(elements);
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(((JsonObject) container).members());
        if (value == null) {
            members.remove(token);
        } else {
            members.put(token, value);
        }
        return JsonObject.of(members);
    }

    private int index(String token, int size) {
        int index;
        try {
            index = Integer.parseInt(token);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + ": \"" + token + "\" is no index of a list");
        }
        int found = index < 0 ? index + size : index;
        if (found < 0 || found >= size) {
            throw new IllegalArgumentException(text + ": index " + token + " is outside of the list");
        }
        return found;
    }

    @Override
    public String toString() {
        return text;
    }
}
