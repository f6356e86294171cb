package io.coxswain.store.memory;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which idle subscribers of one kind a change concerns. A subscriber waits in one room: that of the object it names, else
 * of a field's or label's value (within its namespace, if it has one), else of its namespace, else of the kind. So a commit
 * looks at a handful of rooms, however many subscribers wait for something else: one for each level, and for the values
 * before and after the change of each label that the object has and each selectable field that somebody waits for.
 *
 * <p>Belongs to the baton's holder; a subscriber is given its room for life.
 */
final class Interests<R extends Resource<R>> {
    private final Kind<R> kind;
    private final WaitingRoom everything = new WaitingRoom();
    private final WaitingRoom nothing = new WaitingRoom();
    private final Map<String, WaitingRoom> byNamespace = new HashMap<>();
    private final Map<ResourceKey, WaitingRoom> byKey = new HashMap<>();
    private final Map<Aspect, ValueRooms<R>> byField = new LinkedHashMap<>();
    private final Map<String, ValueRooms<R>> byLabel = new HashMap<>();

    Interests(Kind<R> kind) {
        this.kind = kind;
    }

    /** Where a subscriber waits. */
    sealed interface Place {}

    private record Everywhere() implements Place {}

    private record Nowhere() implements Place {}

    private record InNamespace(String namespace) implements Place {}

    private record Named(ResourceKey key) implements Place {}

    private record WithValue(Aspect aspect, @Nullable String namespace, String value) implements Place {}

    /** The narrowest place at which a subscriber learns of everything that it selects. */
    static Place placeOf(Kind<?> kind, Demands demands) {
        if (demands.nothing()) {
            return new Nowhere();
        }
        ResourceKey key = demands.key(kind);
        if (key != null) {
            return new Named(key);
        }
        String namespace = demands.namespace();
        List<Demands.Demand> values = demands.indexable();
        if (!values.isEmpty()) {
            return new WithValue(
                    values.get(0).aspect(), namespace, values.get(0).value());
        }
        return namespace == null ? new Everywhere() : new InNamespace(namespace);
    }

    WaitingRoom enter(Place place) {
        WaitingRoom room = room(place);
        room.enter();
        return room;
    }

    void leave(Place place, Engine engine) {
        if (room(place).leave(engine)) {
            forget(place);
        }
    }

    /** Wakes everybody whom a change concerns. */
    void wake(Change<R> change, Engine engine) {
        long revision = change.event.revision();
        everything.wake(revision, engine);
        String namespace = change.key.namespace();
        if (!byNamespace.isEmpty()) {
            wake(byNamespace.get(namespace), revision, engine);
        }
        if (!byKey.isEmpty()) {
            wake(byKey.get(change.key), revision, engine);
        }
        if (!byField.isEmpty() || !byLabel.isEmpty()) {
            wakeByValues(change.before, namespace, revision, engine);
            wakeByValues(change.after, namespace, revision, engine);
        }
    }

    private void wakeByValues(@Nullable StoredObject<R> state, String namespace, long revision, Engine engine) {
        if (state == null) {
            return;
        }
        R object = state.resource();
        for (ValueRooms<R> rooms : byField.values()) {
            rooms.wakeFor(object, namespace, revision, engine);
        }
        if (!byLabel.isEmpty()) {
            for (Map.Entry<String, String> label : object.metadata().labels().entrySet()) {
                ValueRooms<R> rooms = byLabel.get(label.getKey());
                if (rooms != null) {
                    rooms.wake(label.getValue(), namespace, revision, engine);
                }
            }
        }
    }

    private static void wake(@Nullable WaitingRoom room, long revision, Engine engine) {
        if (room != null) {
            room.wake(revision, engine);
        }
    }

    private WaitingRoom room(Place place) {
        if (place instanceof InNamespace in) {
            return byNamespace.computeIfAbsent(in.namespace, absent -> new WaitingRoom());
        }
        if (place instanceof Named named) {
            return byKey.computeIfAbsent(named.key, absent -> new WaitingRoom());
        }
        if (place instanceof WithValue with) {
            return rooms(with.aspect).room(with.namespace, with.value);
        }
        return place instanceof Nowhere ? nothing : everything;
    }

    private ValueRooms<R> rooms(Aspect aspect) {
        return aspect instanceof Aspect.Label label
                ? byLabel.computeIfAbsent(label.key(), absent -> new ValueRooms<>(aspect.values(kind)))
                : byField.computeIfAbsent(aspect, absent -> new ValueRooms<>(aspect.values(kind)));
    }

    private void forget(Place place) {
        if (place instanceof InNamespace in) {
            byNamespace.remove(in.namespace);
        } else if (place instanceof Named named) {
            byKey.remove(named.key);
        } else if (place instanceof WithValue with && rooms(with.aspect).forget(with.namespace, with.value)) {
            byField.remove(with.aspect);
            if (with.aspect instanceof Aspect.Label label) {
                byLabel.remove(label.key());
            }
        }
    }
}
