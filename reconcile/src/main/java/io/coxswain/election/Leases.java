package io.coxswain.election;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What an elector reads from a Lease and writes into it. */
final class Leases {
    private static final int RELEASED_SECONDS = 1;

    private Leases() {}

    static String holder(Lease lease) {
        return Objects.requireNonNullElse(lease.spec().holderIdentity(), "");
    }

    static int transitions(Lease lease) {
        return Objects.requireNonNullElse(lease.spec().leaseTransitions(), 0);
    }

    static Duration duration(Lease lease) {
        return Duration.ofSeconds(Objects.requireNonNullElse(lease.spec().leaseDurationSeconds(), 0));
    }

    static boolean isOf(Lease lease, Leadership term) {
        return lease.metadata().uid().equals(term.uid())
                && holder(lease).equals(term.holder())
                && transitions(lease) == term.transitions();
    }

    static Lease first(ResourceKey key, String holder, Duration duration, Instant now) {
        Lease absent = new Lease(ObjectMeta.named(key.namespace(), key.name()), LeaseSpec.EMPTY);
        return absent.withSpec(term(absent.spec(), holder, 0, duration, now));
    }

    /** Another term, also for a holder of the same name: it may be the program's former life, which must not write any more. */
    static Lease next(Lease before, String holder, Duration duration, Instant now) {
        return before.withSpec(term(before.spec(), holder, transitions(before) + 1, duration, now));
    }

    private static LeaseSpec term(LeaseSpec spec, String holder, int transitions, Duration duration, Instant now) {
        return spec.withHolderIdentity(holder)
                .withLeaseTransitions(transitions)
                .withLeaseDurationSeconds((int) duration.toSeconds())
                .withAcquireTime(now)
                .withRenewTime(now);
    }

    static Lease renewed(Lease held, Duration duration, Instant now) {
        return held.withSpec(
                held.spec().withLeaseDurationSeconds((int) duration.toSeconds()).withRenewTime(now));
    }

    /** Free for the next; the transitions stay, so that the next term has a number of its own. */
    static Lease released(Lease held, Instant now) {
        return held.withSpec(held.spec()
                .withHolderIdentity("")
                .withLeaseDurationSeconds(RELEASED_SECONDS)
                .withAcquireTime(now)
                .withRenewTime(now));
    }
}
