package io.coxswain.json.patch;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a strategic merge patch that are no members of the object but say what to do with it. */
final class Directives {
    static final String PATCH = "$patch";
    static final String RETAIN_KEYS = "$retainKeys";
    static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList/";
    static final String ELEMENT_ORDER = "$setElementOrder/";

    private Directives() {}

    private static boolean isDirective(String name) {
        return name.equals(PATCH)
                || name.equals(RETAIN_KEYS)
                || name.startsWith(DELETE_FROM_LIST)
                || name.startsWith(ELEMENT_ORDER);
    }

    /** The value with all objects left out that have {@code $patch}; null if it is one itself. There is nothing to be patched. */
    static @Nullable JsonValue withoutPatched(JsonValue value) {
        if (value instanceof JsonObject object) {
            if (object.get(PATCH) != null) {
                return null;
            }
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                JsonValue kept = withoutPatched(member);
                if (kept != null) {
                    members.put(name, kept);
                }
            });
            return JsonObject.of(members);
        }
        return value instanceof JsonArray array ? withoutPatched(array) : value;
    }

    static JsonArray withoutPatched(JsonArray array) {
        List<JsonValue> elements = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            JsonValue kept = withoutPatched(element);
            if (kept != null) {
                elements.add(kept);
            }
        }
        return JsonArray.of(elements);
    }

    /** The value without any directive: those inside of what is new had nothing to act on. */
    static JsonValue none(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                if (!isDirective(name)) {
                    members.put(name, none(member));
                }
            });
            return JsonObject.of(members);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            elements.replaceAll(Directives::none);
            return JsonArray.of(elements);
        }
        return value;
    }
}
