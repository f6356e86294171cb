package io.coxswain.json.patch;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON merge patch, RFC 7386: objects are merged member by member, null removes, everything else replaces. */
final class MergePatch {
    private MergePatch() {}

    /**
     * The object as the patch changes it.
     *
     * @throws PatchException if the patch isn't an object
     */
    static JsonObject apply(JsonObject target, JsonValue patch) {
        if (!(patch instanceof JsonObject changes)) {
            throw PatchException.document("", "a merge patch must be an object, not " + patch.describe());
        }
        return merged(target, changes);
    }

    private static JsonObject merged(JsonObject target, JsonObject patch) {
        Map<String, JsonValue> members = new LinkedHashMap<>(target.members());
        patch.members().forEach((name, value) -> {
            if (value instanceof JsonNull) {
                members.remove(name);
            } else if (value instanceof JsonObject changes && members.get(name) instanceof JsonObject old) {
                members.put(name, merged(old, changes));
            } else {
                members.put(name, withoutNulls(value));
            }
        });
        return JsonObject.of(members);
    }

    /** What is new has no members to be removed: those that are null vanish at every depth, as in Kubernetes. */
    static JsonValue withoutNulls(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                if (!(member instanceof JsonNull)) {
                    members.put(name, withoutNulls(member));
                }
            });
            return JsonObject.of(members);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            elements.replaceAll(MergePatch::withoutNulls);
            return JsonArray.of(elements);
        }
        return value;
    }
}
