package io.coxswain.election;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one candidate knows of a lease, and what follows from it (client-go {@code tools/leaderelection/leaderelection.go}, {@code tryAcquireOrRenew}). Asks and writes nothing itself.
 *
 * <p>For one thread at a time, but for {@link #holder()}.
 */
final class Candidacy {
    private final ResourceKey key;
    private final String identity;
    private final Duration duration;

    private volatile @Nullable Lease observed;
    /** When the observed state was seen first, by this candidate's clock. */
    private long since;
    /** The newest term that was written for this candidate, whether it was led or not. */
    private @Nullable Leadership term;
    /** The newest term that was asked for; it is this candidate's also where the answer got lost. */
    private @Nullable LeaseSpec asked;

    Candidacy(ResourceKey key, String identity, Duration duration) {
        this.key = key;
        this.identity = identity;
        this.duration = duration;
    }

    @Nullable
    Lease observed() {
        return observed;
    }

    /** Who holds the lease, as far as is known. Any thread. */
    Optional<String> holder() {
        Lease present = observed;
        return present == null
                ? Optional.empty()
                : Optional.of(Leases.holder(present)).filter(holder -> !holder.isEmpty());
    }

    /**
     * Takes note of a state; one that is older than what was seen already says nothing new.
     *
     * @return whether it is held by another than before
     */
    boolean seen(@Nullable Lease now, long nanoTime) {
        Lease before = observed;
        if (now != null
                && before != null
                && now.metadata().resourceVersion() <= before.metadata().resourceVersion()) {
            return false;
        }
        observed = now;
        since = nanoTime;
        String holder = now == null ? "" : Leases.holder(now);
        return !holder.isEmpty() && !holder.equals(before == null ? "" : Leases.holder(before));
    }

    /** The observed state is one that was written for this candidate. */
    Leadership won(Lease stored) {
        Leadership won = Leadership.of(stored, identity);
        term = won;
        return won;
    }

    /**
     * Whether the candidate may take the lease at this time: nobody holds it, its holder hasn't changed it for as long as it says, or the holder is this candidate in a former life. One that has led
     * in this life and then sees its name on another term has a double, and waits like anybody else.
     */
    boolean isFree(long nanoTime) {
        Lease present = observed;
        return present == null
                || Leases.holder(present).isEmpty()
                || (term == null && Leases.holder(present).equals(identity))
                || nanoTime - since >= Leases.duration(present).toNanos();
    }

    /**
     * What to write to hold the lease: the first, the same term renewed, or the next term; {@code null} while another holds it. A term of the same name that isn't this candidate's own is of its
     * former life, which must not write any more: it is followed by another term.
     */
    @Nullable
    Lease bid(Instant now, long nanoTime) {
        Lease present = observed;
        if (present != null && isOwn(present)) {
            return Leases.renewed(present, duration, now);
        }
        if (!isFree(nanoTime)) {
            return null;
        }
        Lease wanted = present == null
                ? Leases.first(key, identity, duration, now)
                : Leases.next(present, identity, duration, now);
        asked = wanted.spec();
        return wanted;
    }

    /** What to write to free the lease, or {@code null} if it isn't this candidate's. */
    @Nullable
    Lease release(Instant now) {
        Lease present = observed;
        return present != null && isOwn(present) ? Leases.released(present, now) : null;
    }

    private boolean isOwn(Lease lease) {
        return (term != null && Leases.isOf(lease, term)) || isAsked(lease.spec());
    }

    /** The time tells it from a term of the same number that a former life asked for. */
    private boolean isAsked(LeaseSpec spec) {
        return asked != null
                && Objects.equals(spec.acquireTime(), asked.acquireTime())
                && Objects.equals(spec.leaseTransitions(), asked.leaseTransitions())
                && Objects.equals(spec.holderIdentity(), asked.holderIdentity());
    }
}
