package io.coxswain.merge;

import io.coxswain.merge.ApplyMerge.FieldConflict;
import io.coxswain.value.Ordered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three-way merge, place by place. Everywhere: last, desired and live are null or absent where nothing is set. */
final class Merger {
    private final List<FieldConflict> conflicts;

    Merger(List<FieldConflict> conflicts) {
        this.conflicts = conflicts;
    }

    /** Gives the live record itself if nothing changes, and null if nothing is left that somebody set. */
    @Nullable
    Object record(
            Shape shape,
            String path,
            @Nullable Object last,
            @Nullable Object desired,
            @Nullable Object live,
            List<Claim> others) {
        if (live != null && live.equals(desired)) {
            return live;
        }
        @Nullable Object[] wanted = shape.values(desired);
        @Nullable Object[] lasts = last == desired ? wanted : shape.values(last);
        @Nullable Object[] values = shape.values(live);
        boolean changed = live == null;
        boolean anySet = false;
        for (int i = 0; i < values.length; i++) {
            Part part = shape.parts().get(i);
            if (part.isSet(wanted[i]) || part.isSet(lasts[i])) {
                String at = path.isEmpty() ? part.name : path + "." + part.name;
                Object merged = part(part, at, lasts[i], wanted[i], values[i], claims(shape, i, part, others));
                changed |= merged != values[i];
                values[i] = merged;
            }
            anySet = anySet || part.isSet(values[i]);
        }
        if (!anySet && desired == null && others.isEmpty()) {
            return null;
        }
        return changed || live == null ? shape.make(values) : live;
    }

    private static List<Claim> claims(Shape shape, int component, Part part, List<Claim> others) {
        if (others.isEmpty()) {
            return others;
        }
        List<Claim> claims = new ArrayList<>();
        for (Claim other : others) {
            Object value = shape.value(other.value(), component);
            if (value != null && part.isSet(value)) {
                claims.add(new Claim(other.manager(), value));
            }
        }
        return claims;
    }

    private @Nullable Object part(
            Part part,
            String path,
            @Nullable Object last,
            @Nullable Object desired,
            @Nullable Object live,
            List<Claim> others) {
        return switch (part.form) {
            case WHOLE -> whole(part, path, desired, live, others);
            case RECORD -> struct(part, path, last, desired, live, others);
            case MAP -> map(path, asMap(last), asMap(desired), asMap(live), others);
            case SET -> set(asList(last), asList(desired), asList(live), others);
            case KEYED -> keyed(part, path, asList(last), asList(desired), asList(live), others);
        };
    }

    private @Nullable Object whole(
            Part part, String path, @Nullable Object desired, @Nullable Object live, List<Claim> others) {
        if (!part.isSet(desired)) {
            return others.isEmpty() ? part.absent : live;
        }
        if (Objects.equals(desired, live)) {
            return live;
        }
        for (Claim other : others) {
            contest(path, other, desired);
        }
        return desired;
    }

    private void contest(String path, Claim other, @Nullable Object desired) {
        if (!other.value().equals(desired)) {
            conflicts.add(new FieldConflict(path, other.manager()));
        }
    }

    private @Nullable Object struct(
            Part part,
            String path,
            @Nullable Object last,
            @Nullable Object desired,
            @Nullable Object live,
            List<Claim> others) {
        Object wanted = part.isSet(desired) ? desired : null;
        Object merged = record(Shape.of(part.type), path, last, wanted, live, others);
        return merged == null ? part.absent : merged;
    }

    private Map<Object, Object> map(
            String path,
            Map<Object, Object> last,
            Map<Object, Object> desired,
            Map<Object, Object> live,
            List<Claim> others) {
        Map<Object, Object> merged = new LinkedHashMap<>(live);
        for (Object key : last.keySet()) {
            if (!desired.containsKey(key)
                    && others.stream().noneMatch(other -> asMap(other.value()).containsKey(key))) {
                merged.remove(key);
            }
        }
        desired.forEach((key, value) -> {
            if (!value.equals(live.get(key))) {
                for (Claim other : others) {
                    Object theirs = asMap(other.value()).get(key);
                    if (theirs != null) {
                        contest(path + "[" + key + "]", new Claim(other.manager(), theirs), value);
                    }
                }
                merged.put(key, value);
            }
        });
        return merged.equals(live) ? live : Ordered.map(merged);
    }

    private static List<Object> set(List<Object> last, List<Object> desired, List<Object> live, List<Claim> others) {
        Set<Object> merged = new LinkedHashSet<>(live);
        for (Object element : last) {
            if (!desired.contains(element)
                    && others.stream().noneMatch(other -> asList(other.value()).contains(element))) {
                merged.remove(element);
            }
        }
        merged.addAll(desired);
        return merged.size() == live.size() && merged.containsAll(live) ? live : List.copyOf(merged);
    }

    /** Elements come in the order in which they are applied; those of others stay behind the ones that they followed. */
    private List<Object> keyed(
            Part part, String path, List<Object> last, List<Object> desired, List<Object> live, List<Claim> others) {
        Keys keys = part.elementKeys();
        Map<List<Object>, Object> wanted = keys.index(desired);
        Map<List<Object>, Object> lasts = last == desired ? wanted : keys.index(last);
        Map<List<Object>, Object> stored = keys.index(live);
        List<List<Object>> order = new ArrayList<>(stored.keySet());
        List<Object> merged = new ArrayList<>();
        int passed = 0;
        for (Map.Entry<List<Object>, Object> entry : wanted.entrySet()) {
            int place = order.indexOf(entry.getKey());
            for (; passed < place; passed++) {
                keepForeign(keys, path, order.get(passed), lasts, wanted, stored, others, merged);
            }
            passed = Math.max(passed, place + 1);
            merged.add(element(keys, path, entry.getKey(), lasts, entry.getValue(), stored, others));
        }
        for (; passed < order.size(); passed++) {
            keepForeign(keys, path, order.get(passed), lasts, wanted, stored, others, merged);
        }
        return isSame(merged, live) ? live : List.copyOf(merged);
    }

    private Object element(
            Keys keys,
            String path,
            List<Object> key,
            Map<List<Object>, Object> lasts,
            Object desired,
            Map<List<Object>, Object> stored,
            List<Claim> others) {
        Object merged = record(
                keys.shape, path + keys.text(key), lasts.get(key), desired, stored.get(key), keys.claims(key, others));
        return merged == null ? desired : merged;
    }

    /** An element that isn't applied now: of others it stays; one's own goes, but for what others applied of it. */
    private void keepForeign(
            Keys keys,
            String path,
            List<Object> key,
            Map<List<Object>, Object> lasts,
            Map<List<Object>, Object> wanted,
            Map<List<Object>, Object> stored,
            List<Claim> others,
            List<Object> into) {
        Object live = stored.get(key);
        if (live == null || wanted.containsKey(key)) {
            return;
        }
        Object last = lasts.get(key);
        if (last == null) {
            into.add(live);
            return;
        }
        List<Claim> claims = keys.claims(key, others);
        Object left = claims.isEmpty() ? null : record(keys.shape, path + keys.text(key), last, null, live, claims);
        if (left != null) {
            into.add(left);
        }
    }

    private static boolean isSame(List<Object> merged, List<Object> live) {
        if (merged.size() != live.size()) {
            return false;
        }
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i) != live.get(i)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> asMap(@Nullable Object value) {
        return value == null ? Map.of() : (Map<Object, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> asList(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
