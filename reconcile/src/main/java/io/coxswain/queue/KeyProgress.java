package io.coxswain.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a key is.
 *
 * @param phase what happens to it
 * @param since how long it has been ready or in progress; zero if it is neither
 * @param due when it is added again, if that was asked for
 * @param ahead how many keys of its priority come before it, while it is ready
 */
public record KeyProgress(Phase phase, Duration since, Optional<Duration> due, OptionalInt ahead) {

    /** What happens to a key. */
    public enum Phase {
        /** It isn't in the queue, but may be {@link KeyProgress#due}. */
        ABSENT,
        READY,
        PROCESSING,
        /** It was added while it was in progress. */
        PROCESSING_AND_ADDED
    }
}
