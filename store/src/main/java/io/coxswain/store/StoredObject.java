package io.coxswain.store;

import io.coxswain.resource.Resource;
import io.coxswain.value.Ordered;
import java.util.Map;

/**
 * What a store keeps under one key.
 *
 * @param resource the object
 * @param applied what each manager applied last, by the manager's name: the object as the manager gave it, without
 *     defaults; by it the next apply knows which fields the manager set and no longer sets
 */
public record StoredObject<R extends Resource<R>>(R resource, Map<String, R> applied) {
    public StoredObject {
        applied = Ordered.map(applied);
    }

    /** An object that nobody has applied. */
    public static <R extends Resource<R>> StoredObject<R> of(R resource) {
        return new StoredObject<>(resource, Map.of());
    }

    /** Another state of the object, beside what was applied. */
    public StoredObject<R> with(R changed) {
        return new StoredObject<>(changed, applied);
    }
}
