package io.coxswain.store.disk;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects as they stand on the disk, without looking into them: all that a tool needs, and of kinds that nobody knows. */
final class RawState {
    private final Map<ObjectName, RawObject> objects = new TreeMap<>();

    void put(RawObject object) {
        objects.put(object.name(), object);
    }

    void apply(long revision, RawChange change) {
        RawValue value = change.value();
        if (value == null) {
            objects.remove(change.name());
            return;
        }
        RawObject before = objects.get(change.name());
        if (change.appliedAsBefore() && before != null) {
            value = value.withApplied(before.value().applied());
        }
        objects.put(change.name(), new RawObject(change.name(), revision, value));
    }

    void apply(RawCommit commit) {
        commit.changes().forEach(change -> apply(commit.revision(), change));
    }

    @Nullable
    RawObject get(ObjectName name) {
        return objects.get(name);
    }

    /** By name. */
    Collection<RawObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }
}
