package io.coxswain.scheduling.framework;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What plug-ins remember between the extension points of one cycle. Belongs to that cycle; not thread-safe. */
public final class CycleState {

    /**
     * Names a value.
     *
     * @param name unique among those of all plug-ins, such as {@code NodeResourcesFit.request}
     * @param type of the value
     */
    public record Key<T>(String name, Class<T> type) {}

    private final Map<Key<?>, Object> values = new HashMap<>();

    /** State of a new cycle, empty. */
    public CycleState() {}

    /** Remembers a value. */
    public <T> void put(Key<T> key, T value) {
        values.put(key, value);
    }

    /** The value, made now if there is none. */
    public <T> T get(Key<T> key, Supplier<T> otherwise) {
        return key.type().cast(values.computeIfAbsent(key, absent -> otherwise.get()));
    }
}
