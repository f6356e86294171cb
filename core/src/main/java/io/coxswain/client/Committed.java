package io.coxswain.client;

import io.coxswain.resource.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a transaction.
 *
 * @param revision the revision of the commit, or the present one if nothing changed
 * @param results what each operation led to, in the order of the operations
 */
public record Committed(long revision, List<Result> results) {
    public Committed {
        results = List.copyOf(results);
    }

    /** What an operation did. */
    public enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** Marked as to be deleted; finalizers or a grace period hold it. */
        TERMINATING,
        DELETED
    }

    /**
     * What one operation led to.
     *
     * @param object the object afterwards; its last state if it was deleted; {@code null} only where there was nothing to delete
     */
    public record Result(Effect effect, @Nullable Resource<?> object) {}

    /** The object that the operation of this number led to. */
    public <R extends Resource<R>> Optional<R> object(int operation, Class<R> type) {
        return Optional.ofNullable(type.cast(results.get(operation).object()));
    }
}
