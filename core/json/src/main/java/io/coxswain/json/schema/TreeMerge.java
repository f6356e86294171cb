package io.coxswain.json.schema;

import io.coxswain.json.schema.Schema.ListType;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.merge.ApplyMerge.FieldConflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link io.coxswain.merge.ApplyMerge} does to records, done to trees: a field is set if it is there, and null stands for one
 * that isn't. Objects merge by member and lists as the schema says; a list whose elements can't be told apart, and what
 * was of another type before, is replaced as a whole.
 */
public final class TreeMerge {
    private final List<FieldConflict> conflicts = new ArrayList<>();

    /** What another manager applied at some place. */
    public record Claim(String manager, JsonValue value) {}

    /** The fields that were taken from other managers so far. */
    public List<FieldConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /**
     * Merges what a manager applies into an object.
     *
     * @param last what it applied last
     * @param others what others applied
     * @return the live one itself if nothing changes
     */
    public JsonObject merge(
            Schema schema, @Nullable JsonObject last, JsonObject desired, JsonObject live, List<Claim> others) {
        return object(schema, "", last == null ? JsonObject.EMPTY : last, desired, live, others);
    }

    private @Nullable JsonValue value(
            Schema schema,
            String path,
            @Nullable JsonValue last,
            @Nullable JsonValue desired,
            @Nullable JsonValue live,
            List<Claim> others) {
        if (last == null && desired == null) {
            return live;
        }
        boolean kept = desired != null || !others.isEmpty();
        if (areOf(JsonObject.class, desired, live) && !schema.members().atomic()) {
            JsonObject merged = object(schema, path, object(last), object(desired), object(live), others);
            return kept || !merged.members().isEmpty() ? unlessSame(merged, live) : null;
        }
        ListType type = schema.elements().listType();
        if (areOf(JsonArray.class, desired, live) && (type == ListType.SET || areKeyed(schema, last, desired, live))) {
            List<JsonValue> merged = type == ListType.SET
                    ? set(elements(last), elements(desired), elements(live), others)
                    : keyed(schema, path, elements(last), elements(desired), elements(live), others);
            return kept || !merged.isEmpty() ? unlessSame(JsonArray.of(merged), live) : null;
        }
        return whole(path, desired, live, others);
    }

    private static boolean areOf(Class<?> type, @Nullable JsonValue desired, @Nullable JsonValue live) {
        return (desired != null || live != null)
                && (desired == null || type.isInstance(desired))
                && (live == null || type.isInstance(live));
    }

    private static JsonObject object(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    private static List<JsonValue> elements(@Nullable JsonValue value) {
        return value instanceof JsonArray array ? array.elements() : List.of();
    }

    private static JsonValue unlessSame(JsonValue merged, @Nullable JsonValue live) {
        return live != null && merged.equals(live) ? live : merged;
    }

    private JsonObject object(
            Schema schema, String path, JsonObject last, JsonObject desired, JsonObject live, List<Claim> others) {
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        boolean same = true;
        Set<String> names = new LinkedHashSet<>(live.members().keySet());
        names.addAll(desired.members().keySet());
        for (String name : names) {
            Schema known = schema.member(name);
            String at = schema.isNamed(name) || known == null
                    ? (path.isEmpty() ? name : path + "." + name)
                    : path + "[" + name + "]";
            JsonValue old = live.get(name);
            JsonValue value = value(
                    known == null ? Schema.ANY : known,
                    at,
                    last.get(name),
                    desired.get(name),
                    old,
                    claims(name, others));
            same &= value == old;
            if (value != null) {
                merged.put(name, value);
            }
        }
        return same ? live : JsonObject.of(merged);
    }

    private static List<Claim> claims(String name, List<Claim> others) {
        List<Claim> claims = new ArrayList<>();
        for (Claim other : others) {
            JsonValue value = object(other.value()).get(name);
            if (value != null) {
                claims.add(new Claim(other.manager(), value));
            }
        }
        return claims;
    }

    private @Nullable JsonValue whole(
            String path, @Nullable JsonValue desired, @Nullable JsonValue live, List<Claim> others) {
        if (desired == null) {
            return others.isEmpty() ? null : live;
        }
        if (desired.equals(live)) {
            return live;
        }
        for (Claim other : others) {
            if (!other.value().equals(desired)) {
                conflicts.add(new FieldConflict(path, other.manager()));
            }
        }
        return desired;
    }

    private static List<JsonValue> set(
            List<JsonValue> last, List<JsonValue> desired, List<JsonValue> live, List<Claim> others) {
        Set<JsonValue> merged = new LinkedHashSet<>(live);
        for (JsonValue element : last) {
            if (!desired.contains(element)
                    && others.stream()
                            .noneMatch(other -> elements(other.value()).contains(element))) {
                merged.remove(element);
            }
        }
        merged.addAll(desired);
        return List.copyOf(merged);
    }

    /** Whether the elements of all of them are objects with different keys; validation tells of others. */
    private static boolean areKeyed(Schema list, @Nullable JsonValue... versions) {
        if (list.elements().listType() != ListType.MAP) {
            return false;
        }
        for (@Nullable JsonValue version : versions) {
            List<JsonValue> elements = elements(version);
            if (!elements.stream().allMatch(JsonObject.class::isInstance)
                    || index(list, elements).size() < elements.size()) {
                return false;
            }
        }
        return true;
    }

    private static Map<List<JsonValue>, JsonObject> index(Schema list, List<JsonValue> elements) {
        Map<List<JsonValue>, JsonObject> index = new LinkedHashMap<>();
        elements.forEach(element -> index.put(SchemaCheck.key(list, element), object(element)));
        return index;
    }

    /** Elements come in the order in which they are applied; those of others stay behind the ones that they followed. */
    private List<JsonValue> keyed(
            Schema list,
            String path,
            List<JsonValue> last,
            List<JsonValue> desired,
            List<JsonValue> live,
            List<Claim> others) {
        Map<List<JsonValue>, JsonObject> lasts = index(list, last);
        Map<List<JsonValue>, JsonObject> wanted = index(list, desired);
        Map<List<JsonValue>, JsonObject> stored = index(list, live);
        List<JsonValue> merged = new ArrayList<>();
        for (List<JsonValue> key : woven(wanted.keySet(), stored.keySet())) {
            List<Claim> claims = elementClaims(list, key, others);
            boolean dropped = lasts.containsKey(key) && !wanted.containsKey(key) && claims.isEmpty();
            JsonValue value = dropped
                    ? null
                    : value(
                            list.element(),
                            path + text(list, key),
                            lasts.get(key),
                            wanted.get(key),
                            stored.get(key),
                            claims);
            if (value != null) {
                merged.add(value);
            }
        }
        return merged;
    }

    /** The wanted ones in their order, and the others behind those that they followed. */
    private static <T> List<T> woven(Set<T> wanted, Set<T> stored) {
        List<T> order = new ArrayList<>(stored);
        List<T> woven = new ArrayList<>();
        int passed = 0;
        for (T key : wanted) {
            int place = order.indexOf(key);
            order.subList(passed, Math.max(passed, place)).stream()
                    .filter(other -> !wanted.contains(other))
                    .forEach(woven::add);
            passed = Math.max(passed, place + 1);
            woven.add(key);
        }
        order.subList(passed, order.size()).stream()
                .filter(other -> !wanted.contains(other))
                .forEach(woven::add);
        return woven;
    }

    private static List<Claim> elementClaims(Schema list, List<JsonValue> key, List<Claim> others) {
        List<Claim> claims = new ArrayList<>();
        for (Claim other : others) {
            JsonObject element = index(list, elements(other.value())).get(key);
            if (element != null) {
                claims.add(new Claim(other.manager(), element));
            }
        }
        return claims;
    }

    /** Such as {@code [name=app]}. */
    private static String text(Schema list, List<JsonValue> key) {
        List<String> names = list.elements().keys();
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + "=" + SchemaCheck.shown(key.get(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
