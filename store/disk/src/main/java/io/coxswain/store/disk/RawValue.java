package io.coxswain.store.disk;

import io.coxswain.value.Ordered;
import java.util.Map;

/**
 * A stored object as it stands on the disk.
 *
 * @param object the object
 * @param applied what each manager applied last
 */
record RawValue(Sealed object, Map<String, Sealed> applied) {
    RawValue {
        applied = Ordered.map(applied);
    }

    RawValue withApplied(Map<String, Sealed> other) {
        return new RawValue(object, other);
    }
}
