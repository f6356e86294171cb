package io.coxswain.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map that keeps its order, made for labels and the like: two arrays, and an index only where a scan
 * would be slow. Iteration follows the arrays, so it never depends on hashes.
 */
final class CompactMap<K, V> extends AbstractMap<K, V> {
    /** Up to here comparing keys one by one is as fast as hashing. */
    private static final int SCANNED = 6;

    private final Object[] keys;
    private final Object[] values;
    /** Open addressing: position + 1 in the arrays, 0 where free; empty for a small map. */
    private final int[] index;

    private CompactMap(Object[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
        this.index = keys.length > SCANNED ? index(keys) : new int[0];
    }

    static <K, V> CompactMap<K, V> copyOf(Map<? extends K, ? extends V> entries) {
        Object[] keys = new Object[entries.size()];
        Object[] values = new Object[entries.size()];
        int at = 0;
        for (Map.Entry<? extends K, ? extends V> entry : entries.entrySet()) {
            keys[at] = Objects.requireNonNull(entry.getKey(), "key");
            values[at] = Objects.requireNonNull(entry.getValue(), () -> "value of key " + entry.getKey());
            at++;
        }
        return new CompactMap<>(keys, values);
    }

    private static int[] index(Object[] keys) {
        int[] index = new int[Integer.highestOneBit(keys.length) * 4];
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i], index.length);
            while (index[slot] != 0) {
                slot = (slot + 1) & (index.length - 1);
            }
            index[slot] = i + 1;
        }
        return index;
    }

    private static int slot(Object key, int length) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (length - 1);
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int at = find(key);
        return at < 0 ? null : value(at);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    private int find(@Nullable Object key) {
        if (key == null) {
            return -1;
        }
        return index.length == 0 ? scan(key) : lookUp(key);
    }

    private int scan(Object key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private int lookUp(Object key) {
        int slot = slot(key, index.length);
        while (index[slot] != 0) {
            int at = index[slot] - 1;
            if (keys[at].equals(key)) {
                return at;
            }
            slot = (slot + 1) & (index.length - 1);
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private K key(int at) {
        return (K) keys[at];
    }

    @SuppressWarnings("unchecked")
    private V value(int at) {
        return (V) values[at];
    }

    boolean anyKey(Predicate<? super K> condition) {
        for (int i = 0; i < keys.length; i++) {
            if (condition.test(key(i))) {
                return true;
            }
        }
        return false;
    }

    boolean anyValue(Predicate<? super V> condition) {
        for (int i = 0; i < keys.length; i++) {
            if (condition.test(value(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(key(i), value(i));
        }
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<K, V>> {
        @Override
        public int size() {
            return keys.length;
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < keys.length;
                }

                @Override
                public Map.Entry<K, V> next() {
                    if (next == keys.length) {
                        throw new NoSuchElementException();
                    }
                    Map.Entry<K, V> entry = Map.entry(key(next), value(next));
                    next++;
                    return entry;
                }
            };
        }
    }
}
