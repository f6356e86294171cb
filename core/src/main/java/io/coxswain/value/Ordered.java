package io.coxswain.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Immutable copies that keep the order of what they copy; null becomes empty, null elements are refused. What is
 * already such a copy isn't copied again.
 *
 * <p>{@code Map.of} and {@code Set.of} iterate in an order that changes from one JVM to the next, and nothing that does
 * may reach a resource: copies of them are in the natural order of their keys.
 */
public final class Ordered {
    private static final Class<?> UNSTABLE_MAP = Map.of(1, 1, 2, 2).getClass();
    private static final Class<?> UNSTABLE_SET = Set.of(1, 2, 3).getClass();
    private static final Class<?> UNSTABLE_SMALL_SET = Set.of(1, 2).getClass();

    private Ordered() {}

    /** An immutable list of the same elements. */
    public static <T> List<T> list(@Nullable Collection<? extends T> elements) {
        return elements == null ? List.of() : List.copyOf(elements);
    }

    /** An immutable map of the same entries. Two are equal if they hold the same entries, in whatever order. */
    public static <K, V> Map<K, V> map(@Nullable Map<? extends K, ? extends V> entries) {
        if (entries == null || entries.isEmpty()) {
            return Map.of();
        }
        if (entries instanceof CompactMap) {
            // it is immutable, so it may be seen as a map of wider types
            @SuppressWarnings("unchecked")
            Map<K, V> same = (Map<K, V>) entries;
            return same;
        }
        return CompactMap.copyOf(entries.getClass() == UNSTABLE_MAP ? new TreeMap<K, V>(entries) : entries);
    }

    /** Whether a key meets a condition; allocates nothing for a map that was made here. */
    public static <K> boolean anyKey(Map<K, ?> entries, Predicate<? super K> condition) {
        return entries instanceof CompactMap<K, ?> compact
                ? compact.anyKey(condition)
                : entries.keySet().stream().anyMatch(condition);
    }

    /** Whether a value meets a condition; allocates nothing for a map that was made here. */
    public static <V> boolean anyValue(Map<?, V> entries, Predicate<? super V> condition) {
        return entries instanceof CompactMap<?, V> compact
                ? compact.anyValue(condition)
                : entries.values().stream().anyMatch(condition);
    }

    /** An immutable map with one entry. */
    public static <K, V> Map<K, V> map(K key, V value) {
        return CompactMap.copyOf(Collections.singletonMap(key, value));
    }

    /** An immutable map that has another entry besides: in the place of one with this key, else at the end. */
    public static <K, V> Map<K, V> with(Map<K, V> entries, K key, V value) {
        if (value.equals(entries.get(key))) {
            return map(entries);
        }
        Map<K, V> changed = new LinkedHashMap<>(map(entries));
        changed.put(key, value);
        return CompactMap.copyOf(changed);
    }

    /** An immutable map without this key. */
    public static <K, V> Map<K, V> without(Map<K, V> entries, K key) {
        if (!entries.containsKey(key)) {
            return map(entries);
        }
        Map<K, V> changed = new LinkedHashMap<>(map(entries));
        changed.remove(key);
        return map(changed);
    }

    /** An immutable list with another element at the end. */
    public static <T> List<T> with(List<? extends T> elements, T element) {
        List<T> changed = new ArrayList<>(elements);
        changed.add(element);
        return List.copyOf(changed);
    }

    /** An immutable list with this element in the place of the first one that has the same key, else at the end. */
    public static <T, K> List<T> with(List<T> elements, T element, Function<? super T, K> key) {
        List<T> changed = new ArrayList<>(elements);
        for (int i = 0; i < changed.size(); i++) {
            if (key.apply(changed.get(i)).equals(key.apply(element))) {
                changed.set(i, element);
                return List.copyOf(changed);
            }
        }
        return with(elements, element);
    }

    /** An immutable set of the same elements. */
    public static <T> Set<T> set(@Nullable Collection<? extends T> elements) {
        if (elements == null || elements.isEmpty()) {
            return Set.of();
        }
        boolean unstable = elements.getClass() == UNSTABLE_SET || elements.getClass() == UNSTABLE_SMALL_SET;
        Set<T> copy = unstable ? new TreeSet<>(elements) : new LinkedHashSet<>(elements);
        copy.forEach(element -> Objects.requireNonNull(element, "element"));
        return Collections.unmodifiableSet(copy);
    }
}
