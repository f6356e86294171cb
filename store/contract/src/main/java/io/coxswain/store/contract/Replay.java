package io.coxswain.store.contract;

import io.coxswain.client.WatchEvent;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The state that a watch's events lead to. */
final class Replay {
    private Replay() {}

    /** Fails where an event contradicts the state: an object that is added twice, or deleted without being there. */
    static <R extends Resource<R>> List<R> of(List<R> start, List<WatchEvent<R>> events) {
        Map<ResourceKey, R> state = new TreeMap<>();
        start.forEach(object -> state.put(object.key(), object));
        for (WatchEvent<R> event : events) {
            ResourceKey key = event.object().key();
            boolean known = state.containsKey(key);
            if (known == (event.type() == WatchEvent.Type.ADDED)) {
                throw new AssertionError(event.type() + " of " + key + " at " + event.revision()
                        + (known ? ", which is there" : ", which is not there"));
            }
            if (event.type() == WatchEvent.Type.DELETED) {
                state.remove(key);
            } else {
                state.put(key, event.object());
            }
        }
        return List.copyOf(state.values());
    }
}
