package io.coxswain.json.patch;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges one list: elements that are objects by their key, others as a set. What the patch names comes in the patch's order;
 * what it doesn't name is woven in as it stood.
 */
final class ListMerge {
    private static final JsonValue REPLACE = JsonText.of("replace");
    private static final JsonValue DELETE = JsonText.of("delete");

    private final String field;
    private final String key;
    private final MergeSchema.Member member;

    ListMerge(String field, MergeSchema.Member member) {
        this.field = field;
        this.key = member.key();
        this.member = member;
    }

    JsonArray merged(JsonArray old, JsonArray patch) {
        if (old.elements().isEmpty() && patch.elements().isEmpty()) {
            return old;
        }
        return areObjects(old, patch) ? mergedByKey(old, patch) : mergedAsSet(old, patch);
    }

    /** Without the values that are named; a list of objects has none. */
    JsonArray without(JsonArray old, JsonArray values) {
        if (!member.isMerged()) {
            throw PatchException.document(
                    Directives.DELETE_FROM_LIST + field,
                    "the list is replaced as a whole, never merged: give all of it");
        }
        boolean any = !old.elements().isEmpty() || !values.elements().isEmpty();
        if (any && areObjects(old, values)) {
            throw PatchException.document(
                    Directives.DELETE_FROM_LIST + field,
                    "the list has objects: give those to be deleted with " + Directives.PATCH + ": delete");
        }
        List<JsonValue> left = new ArrayList<>(old.elements());
        left.removeAll(values.elements());
        return JsonArray.of(left);
    }

    private JsonArray mergedAsSet(JsonArray old, JsonArray patch) {
        List<JsonValue> all = new ArrayList<>();
        for (JsonArray each : List.of(old, patch)) {
            each.elements().stream().filter(value -> !all.contains(value)).forEach(all::add);
        }
        return woven(all, patch.elements(), old.elements());
    }

    private JsonArray mergedByKey(JsonArray old, JsonArray patch) {
        if (key.isEmpty()) {
            throw PatchException.document(field, "has objects and no merge key");
        }
        List<JsonValue> elements = new ArrayList<>(old.elements());
        List<JsonValue> changes = new ArrayList<>();
        boolean replaces = false;
        for (JsonValue element : patch.elements()) {
            JsonValue directive = ((JsonObject) element).get(Directives.PATCH);
            if (directive == null) {
                changes.add(element);
            } else if (directive.equals(DELETE)) {
                JsonValue deleted = keyOf(element);
                elements.removeIf(each -> deleted.equals(((JsonObject) each).get(key)));
            } else if (directive.equals(REPLACE)) {
                replaces = true;
            } else {
                throw wrongDirective(directive);
            }
        }
        if (replaces) {
            return woven(changes, List.of(), List.of());
        }
        List<JsonValue> merged = new ArrayList<>(elements);
        changes.forEach(change -> merge(merged, (JsonObject) change));
        return woven(merged, changes, elements);
    }

    private PatchException wrongDirective(JsonValue directive) {
        return PatchException.document(
                field, Directives.PATCH + " of an element must be replace or delete, not " + directive);
    }

    private void merge(List<JsonValue> elements, JsonObject change) {
        int place = indexOf(elements, keyOf(change));
        if (place < 0) {
            elements.add(change);
        } else {
            elements.set(place, StrategicMergePatch.merged((JsonObject) elements.get(place), change, member.schema()));
        }
    }

    /** The order that the patch asks for must hold all that it sets, in its order. */
    void requireOrder(JsonArray patch, JsonArray order) {
        if (order.elements().isEmpty()) {
            return;
        }
        int next = 0;
        for (JsonValue element : patch.elements()) {
            if (isDeleted(element)) {
                continue;
            }
            JsonValue wanted = keyOf(element);
            while (next < order.elements().size()
                    && !keyOf(order.elements().get(next)).equals(wanted)) {
                next++;
            }
            if (next++ == order.elements().size()) {
                throw PatchException.document(
                        Directives.ELEMENT_ORDER + field,
                        "must hold what the patch sets, in the same order: " + wanted);
            }
        }
    }

    private boolean isDeleted(JsonValue element) {
        JsonValue directive = element instanceof JsonObject object ? object.get(Directives.PATCH) : null;
        if (key.isEmpty() || directive == null) {
            return false;
        }
        if (!directive.equals(DELETE)) {
            throw wrongDirective(directive);
        }
        return true;
    }

    /** The list with the elements that {@code order} names in that order. */
    JsonArray ordered(JsonArray list, JsonArray order, JsonArray old, JsonArray patch) {
        areObjects(old, patch);
        return woven(list.elements(), order.elements(), old.elements());
    }

    /** Kubernetes merges lists only if all elements are objects, or all are plain values of one type. */
    private boolean areObjects(JsonArray old, JsonArray patch) {
        Class<?> type = null;
        for (JsonArray each : List.of(old, patch)) {
            for (JsonValue element : each.elements()) {
                if (element instanceof JsonArray || (type != null && type != element.getClass())) {
                    throw PatchException.document(field, "has elements of several types, or lists");
                }
                type = element.getClass();
            }
        }
        if (type == null) {
            throw PatchException.document(field, "has no elements that could be ordered");
        }
        return type == JsonObject.class;
    }

    /**
     * The elements that {@code first} names in that order, the others in the order of {@code old}; each of these stands
     * before the first of those that it stood before in {@code old}.
     */
    private JsonArray woven(List<JsonValue> elements, List<JsonValue> first, List<JsonValue> old) {
        List<JsonValue> named = new ArrayList<>();
        List<JsonValue> others = new ArrayList<>();
        for (JsonValue element : elements) {
            (indexOf(first, keyOf(element)) < 0 ? others : named).add(element);
        }
        named.sort(Comparator.comparingInt(element -> indexOf(first, keyOf(element))));
        others.sort(Comparator.comparingInt(element -> indexOf(old, keyOf(element))));
        List<JsonValue> all = new ArrayList<>(elements.size());
        int next = 0;
        for (JsonValue other : others) {
            int place = indexOf(old, keyOf(other));
            while (next < named.size() && !isBefore(place, indexOf(old, keyOf(named.get(next))))) {
                all.add(named.get(next++));
            }
            all.add(other);
        }
        all.addAll(named.subList(next, named.size()));
        return JsonArray.of(all);
    }

    private static boolean isBefore(int place, int named) {
        return place >= 0 && named >= 0 && place < named;
    }

    private int indexOf(List<JsonValue> elements, JsonValue wanted) {
        for (int i = 0; i < elements.size(); i++) {
            if (wanted.equals(keyIn(elements.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable JsonValue keyIn(JsonValue element) {
        return key.isEmpty() ? element : element instanceof JsonObject object ? object.get(key) : null;
    }

    /** What tells the element apart: the value of its key, or itself. */
    private JsonValue keyOf(JsonValue element) {
        JsonValue found = keyIn(element);
        if (found == null) {
            throw PatchException.document(field, "has an element without " + key + ", its merge key: " + element);
        }
        return found;
    }
}
