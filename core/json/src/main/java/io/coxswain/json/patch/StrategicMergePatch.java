package io.coxswain.json.patch;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' strategic merge patch: a merge patch that knows which lists are merged element by element and by which key, and
 * obeys directives ({@code $patch}, {@code $retainKeys}, {@code $setElementOrder/...}, {@code $deleteFromPrimitiveList/...}).
 * The rules are those of {@code apimachinery/pkg/util/strategicpatch/patch.go}.
 */
final class StrategicMergePatch {
    private static final String REPLACE = "replace";
    private static final String DELETE = "delete";

    private StrategicMergePatch() {}

    /**
     * The object as the patch changes it. Directives inside of what is new stay in it, as in Kubernetes: see {@link #cleaned}.
     *
     * @param type the record of the object, which says how its lists are merged
     * @throws PatchException if the patch isn't one, or can't be applied
     */
    static JsonObject apply(JsonObject object, JsonValue patch, Class<?> type) {
        if (!(patch instanceof JsonObject changes)) {
            throw PatchException.document("", "a strategic merge patch must be an object, not " + patch.describe());
        }
        return merged(object, changes, MergeSchema.of(type));
    }

    /** The tree without directives that found nothing to act on. */
    static JsonValue cleaned(JsonValue result) {
        return Directives.none(result);
    }

    static JsonObject merged(JsonObject object, JsonObject patch, MergeSchema schema) {
        JsonValue directive = patch.get(Directives.PATCH);
        if (directive != null) {
            return directed(directive, patch);
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        Map<String, JsonValue> changes = new LinkedHashMap<>(patch.members());
        retainKeys(members, changes);
        for (String name : List.copyOf(changes.keySet())) {
            if (name.startsWith(Directives.ELEMENT_ORDER)) {
                reorder(members, changes, name, schema);
            }
        }
        changes.forEach((name, value) -> {
            boolean deletes = name.startsWith(Directives.DELETE_FROM_LIST);
            String field = deletes ? name.substring(Directives.DELETE_FROM_LIST.length()) : name;
            JsonValue old = members.get(field);
            JsonValue now = deletes ? shortened(old, field, value, schema) : changed(old, field, value, schema);
            if (now == null) {
                members.remove(field);
            } else {
                members.put(field, now);
            }
        });
        return JsonObject.of(members);
    }

    private static JsonObject directed(JsonValue directive, JsonObject patch) {
        if (directive.equals(JsonText.of(REPLACE))) {
            Map<String, JsonValue> members = new LinkedHashMap<>(patch.members());
            members.remove(Directives.PATCH);
            return JsonObject.of(members);
        }
        if (directive.equals(JsonText.of(DELETE))) {
            return JsonObject.EMPTY;
        }
        throw PatchException.document(Directives.PATCH, "of an object must be replace or delete, not " + directive);
    }

    /** Removes what the directive doesn't name; it must name all that the patch sets. */
    private static void retainKeys(Map<String, JsonValue> members, Map<String, JsonValue> changes) {
        JsonValue directive = changes.remove(Directives.RETAIN_KEYS);
        if (directive == null) {
            return;
        }
        if (!(directive instanceof JsonArray keys)) {
            throw PatchException.document(Directives.RETAIN_KEYS, "must be a list of names, not " + directive);
        }
        changes.forEach((name, value) -> {
            boolean sets = !(value instanceof JsonNull)
                    && !name.startsWith(Directives.DELETE_FROM_LIST)
                    && !name.startsWith(Directives.ELEMENT_ORDER);
            if (sets && !keys.elements().contains(JsonText.of(name))) {
                throw PatchException.document(Directives.RETAIN_KEYS, "must name " + name + ", which the patch sets");
            }
        });
        members.keySet().removeIf(name -> !keys.elements().contains(JsonText.of(name)));
    }

    /** Merges the list that the directive names, and brings its elements into the order that it says. */
    private static void reorder(
            Map<String, JsonValue> members, Map<String, JsonValue> changes, String name, MergeSchema schema) {
        JsonArray order = list(changes.remove(name), name);
        String field = name.substring(Directives.ELEMENT_ORDER.length());
        JsonValue old = members.get(field);
        JsonValue patch = changes.get(field);
        MergeSchema.Member member = schema.member(field);
        ListMerge lists = new ListMerge(field, member);
        JsonArray patched = patch == null ? JsonArray.of(List.of()) : list(patch, field);
        lists.requireOrder(patched, order);
        if (old == null && patch == null) {
            return;
        }
        JsonArray former = old == null ? JsonArray.of(List.of()) : list(old, field);
        JsonArray merged;
        if (patch == null) {
            merged = former;
        } else if (old == null) {
            merged = Directives.withoutPatched(patched);
        } else {
            merged = member.isMerged() ? lists.merged(former, patched) : patched;
        }
        members.put(field, lists.ordered(merged, order, former, patched));
        changes.remove(field);
    }

    private static JsonArray list(@Nullable JsonValue value, String field) {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw PatchException.document(field, "must be a list, not " + (value == null ? "absent" : value.describe()));
    }

    /** The member as the patch leaves it; null: it is removed. */
    private static @Nullable JsonValue changed(
            @Nullable JsonValue old, String field, JsonValue value, MergeSchema schema) {
        if (value instanceof JsonNull) {
            return null;
        }
        if (old instanceof JsonObject object && value instanceof JsonObject changes) {
            MergeSchema.Member member = schema.member(field);
            return member.isReplaced() ? changes : merged(object, changes, member.schema());
        }
        if (old instanceof JsonArray array && value instanceof JsonArray changes) {
            MergeSchema.Member member = schema.member(field);
            return member.isMerged() ? new ListMerge(field, member).merged(array, changes) : changes;
        }
        return Directives.withoutPatched(MergePatch.withoutNulls(value));
    }

    /** The list without the values that the patch names; null: it is removed, or was never there. */
    private static @Nullable JsonValue shortened(
            @Nullable JsonValue old, String field, JsonValue value, MergeSchema schema) {
        if (value instanceof JsonNull || !(old instanceof JsonArray array)) {
            return value instanceof JsonNull ? null : old;
        }
        return new ListMerge(field, schema.member(field)).without(array, list(value, field));
    }
}
