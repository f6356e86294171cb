package io.coxswain.store.memory;

import io.coxswain.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The waiting rooms of one aspect, by its values: for subscribers of any namespace, and of one.
 *
 * <p>Belongs to the baton's holder.
 */
final class ValueRooms<R extends Resource<R>> {
    private final Function<R, List<String>> values;
    private final Map<String, WaitingRoom> anywhere = new LinkedHashMap<>();
    private final Map<Local, WaitingRoom> inNamespace = new LinkedHashMap<>();

    private record Local(String namespace, String value) {}

    ValueRooms(Function<R, List<String>> values) {
        this.values = values;
    }

    WaitingRoom room(@Nullable String namespace, String value) {
        return namespace == null
                ? anywhere.computeIfAbsent(value, absent -> new WaitingRoom())
                : inNamespace.computeIfAbsent(new Local(namespace, value), absent -> new WaitingRoom());
    }

    /** Forgets a room that nobody uses any more; returns whether no room is left. */
    boolean forget(@Nullable String namespace, String value) {
        if (namespace == null) {
            anywhere.remove(value);
        } else {
            inNamespace.remove(new Local(namespace, value));
        }
        return anywhere.isEmpty() && inNamespace.isEmpty();
    }

    /** Wakes whom the values of an object concern. */
    void wakeFor(R object, String namespace, long revision, Engine engine) {
        List<String> all;
        try {
            all = values.apply(object);
        } catch (RuntimeException accessorFailed) {
            // the subscribers evaluate it again and report the failure as their own
            anywhere.values().forEach(room -> room.wake(revision, engine));
            inNamespace.values().forEach(room -> room.wake(revision, engine));
            return;
        }
        for (String value : all) {
            wake(value, namespace, revision, engine);
        }
    }

    void wake(String value, String namespace, long revision, Engine engine) {
        if (!anywhere.isEmpty()) {
            wake(anywhere.get(value), revision, engine);
        }
        if (!inNamespace.isEmpty()) {
            wake(inNamespace.get(new Local(namespace, value)), revision, engine);
        }
    }

    private static void wake(@Nullable WaitingRoom room, long revision, Engine engine) {
        if (room != null) {
            room.wake(revision, engine);
        }
    }
}
