package io.coxswain.store.memory;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoredObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which idle subscribers of one kind a change concerns. A subscriber waits in one room: that of the object it names, else
 * of a field's value, else of its namespace, else of the kind. So a commit looks at a handful of rooms, however many
 * subscribers wait for something else.
 *
 * <p>Belongs to the baton's holder; a subscriber is given its room for life.
 */
final class Interests<R extends Resource<R>> {
    private final Kind<R> kind;
    private final WaitingRoom everything = new WaitingRoom();
    private final Map<String, WaitingRoom> byNamespace = new HashMap<>();
    private final Map<ResourceKey, WaitingRoom> byKey = new HashMap<>();
    private final Map<String, FieldRooms<R>> byField = new LinkedHashMap<>();

    Interests(Kind<R> kind) {
        this.kind = kind;
    }

    /** Where a subscriber waits. */
    sealed interface Place {}

    private record Everything() implements Place {}

    private record InNamespace(String namespace) implements Place {}

    private record Named(ResourceKey key) implements Place {}

    private record WithField(String path, String value) implements Place {}

    /** The narrowest place at which a subscriber learns of everything that it selects. */
    Place placeOf(Selection selection) {
        String namespace = selection.namespace();
        Optional<String> name = Selector.name(selection);
        if (name.isPresent() && (namespace != null || !kind.isNamespaced())) {
            return new Named(new ResourceKey(namespace == null ? "" : namespace, name.get()));
        }
        for (String path : kind.selectableFields().keySet()) {
            Optional<String> value = path.startsWith("metadata.")
                    ? Optional.empty()
                    : selection.fields().exactly(path);
            if (value.isPresent()) {
                return new WithField(path, value.get());
            }
        }
        return namespace == null ? new Everything() : new InNamespace(namespace);
    }

    WaitingRoom enter(Place place) {
        WaitingRoom room = room(place);
        room.enter();
        return room;
    }

    void leave(Place place) {
        if (room(place).leave()) {
            forget(place);
        }
    }

    /** Wakes everybody whom a change concerns. */
    void wake(Change<R> change, Engine engine) {
        long revision = change.event.revision();
        everything.wake(revision, engine);
        if (!byNamespace.isEmpty()) {
            wake(byNamespace.get(change.key.namespace()), revision, engine);
        }
        if (!byKey.isEmpty()) {
            wake(byKey.get(change.key), revision, engine);
        }
        if (!byField.isEmpty()) {
            for (FieldRooms<R> rooms : byField.values()) {
                rooms.wake(change.before, revision, engine);
                rooms.wake(change.after, revision, engine);
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
        if (place instanceof WithField with) {
            return byField.computeIfAbsent(with.path, path -> new FieldRooms<>(accessor(path)))
                    .byValue
                    .computeIfAbsent(with.value, absent -> new WaitingRoom());
        }
        return everything;
    }

    private void forget(Place place) {
        if (place instanceof InNamespace in) {
            byNamespace.remove(in.namespace);
        } else if (place instanceof Named named) {
            byKey.remove(named.key);
        } else if (place instanceof WithField with) {
            FieldRooms<R> rooms = byField.get(with.path);
            if (rooms != null) {
                rooms.byValue.remove(with.value);
                if (rooms.byValue.isEmpty()) {
                    byField.remove(with.path);
                }
            }
        }
    }

    private Function<R, String> accessor(String path) {
        Function<R, String> found = kind.selectableFields().get(path);
        if (found == null) {
            throw new IllegalArgumentException(kind + ": " + path + ": is not a selectable field");
        }
        return found;
    }

    /** The rooms of one field, by its value. */
    private static final class FieldRooms<R extends Resource<R>> {
        private final Function<R, String> field;
        private final Map<String, WaitingRoom> byValue = new HashMap<>();

        FieldRooms(Function<R, String> field) {
            this.field = field;
        }

        void wake(@Nullable StoredObject<R> state, long revision, Engine engine) {
            if (state == null) {
                return;
            }
            String value;
            try {
                value = field.apply(state.resource());
            } catch (RuntimeException userCodeFailed) {
                // the subscribers evaluate it again and report the failure as their own
                byValue.values().forEach(room -> room.wake(revision, engine));
                return;
            }
            Interests.wake(byValue.get(value), revision, engine);
        }
    }
}
