package io.coxswain.resource;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an object is deleted.
 *
 * @param gracePeriod how long its worker may take to end; {@code null}: what the object itself says; zero: at once
 * @param uid the uid that the object must have, or empty
 * @param revision the revision that the object must be at, or 0
 * @param propagation what becomes of its dependents
 */
public record DeleteOptions(@Nullable Duration gracePeriod, String uid, long revision, Propagation propagation) {

    /** The object's own grace period, no precondition, dependents in the background. */
    public static final DeleteOptions DEFAULT = new DeleteOptions(null, "", 0, Propagation.BACKGROUND);

    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if the grace period or the revision is negative
     */
    public DeleteOptions {
        if (gracePeriod != null && gracePeriod.isNegative()) {
            throw new IllegalArgumentException("gracePeriod: " + gracePeriod + ": must not be negative");
        }
        if (revision < 0) {
            throw new IllegalArgumentException("revision: " + revision + ": must be at least 0 (0: any)");
        }
    }

    /** Deletes only the object that was read, not another of the same name. */
    public static <R extends Resource<R>> DeleteOptions of(R read) {
        return DEFAULT.withUid(read.metadata().uid());
    }

    public DeleteOptions withGracePeriod(Duration period) {
        return new DeleteOptions(period, uid, revision, propagation);
    }

    public DeleteOptions withUid(String required) {
        return new DeleteOptions(gracePeriod, required, revision, propagation);
    }

    public DeleteOptions withRevision(long required) {
        return new DeleteOptions(gracePeriod, uid, required, propagation);
    }

    public DeleteOptions withPropagation(Propagation policy) {
        return new DeleteOptions(gracePeriod, uid, revision, policy);
    }
}
