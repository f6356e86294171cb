package io.coxswain.value;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Cuts times to what the wire carries, so that an object equals itself after a round trip. */
// only the fraction is asked for
@SuppressWarnings("JavaInstantGetSecondsGetNano")
public final class Times {
    private Times() {}

    /** The time without its fraction of a second: Kubernetes' {@code Time}. */
    public static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null || time.getNano() == 0 ? time : time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The time without what is finer than a microsecond: Kubernetes' {@code MicroTime}. */
    public static @Nullable Instant micros(@Nullable Instant time) {
        return time == null || time.getNano() % 1_000 == 0 ? time : time.truncatedTo(ChronoUnit.MICROS);
    }
}
