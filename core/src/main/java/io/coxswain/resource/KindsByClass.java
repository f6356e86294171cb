package io.coxswain.resource;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Which kind was made for a record class. Kept with the class, so that it goes with it. */
final class KindsByClass {
    private static final ClassValue<AtomicReference<@Nullable Kind<?>>> KINDS = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable Kind<?>> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private KindsByClass() {}

    /** @throws IllegalArgumentException if the record is that of another kind */
    static void add(Kind<?> kind) {
        AtomicReference<@Nullable Kind<?>> known = KINDS.get(kind.type());
        Kind<?> other = known.get();
        if (other != null && !other.equals(kind)) {
            throw new IllegalArgumentException(
                    "record " + kind.type().getName() + " is that of kind " + other.apiVersion() + " " + other.name());
        }
        known.set(kind);
    }

    /**
     * The kind of a class, which is initialised if need be: its constant makes the kind.
     *
     * @throws IllegalStateException if there is none
     */
    static Kind<?> of(Class<?> type) {
        AtomicReference<@Nullable Kind<?>> known = KINDS.get(type);
        Kind<?> kind = known.get();
        if (kind == null) {
            initialize(type);
            kind = known.get();
        }
        if (kind == null) {
            throw new IllegalStateException("record " + type.getName()
                    + " has no Kind yet: give it a constant KIND = Kind.namespaced(\"group/version\", \"Name\", "
                    + type.getSimpleName() + ".class)");
        }
        return kind;
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
