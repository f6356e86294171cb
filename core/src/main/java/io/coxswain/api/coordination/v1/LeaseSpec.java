// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.coordination.v1;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Micros;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who holds a lease, since when and for how long. */
public record LeaseSpec(
        @Micros @Nullable Instant acquireTime,
        @EmptyIsValue @Nullable String holderIdentity,
        @Nullable Integer leaseDurationSeconds,
        @Nullable Integer leaseTransitions,
        @EmptyIsValue @Nullable String preferredHolder,
        @Micros @Nullable Instant renewTime,
        @EmptyIsValue @Nullable String strategy) {
    /** Nothing is set. */
    public static final LeaseSpec EMPTY = new LeaseSpec(null, null, null, null, null, null, null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public LeaseSpec {
        acquireTime = Times.micros(acquireTime);
        renewTime = Times.micros(renewTime);
    }

    /** This with another {@code acquireTime}. */
    public LeaseSpec withAcquireTime(@Nullable Instant acquireTime) {
        return new LeaseSpec(
                acquireTime,
                holderIdentity,
                leaseDurationSeconds,
                leaseTransitions,
                preferredHolder,
                renewTime,
                strategy);
    }

    /** This with another {@code holderIdentity}. */
    public LeaseSpec withHolderIdentity(@Nullable String holderIdentity) {
        return new LeaseSpec(
                acquireTime,
                holderIdentity,
                leaseDurationSeconds,
                leaseTransitions,
                preferredHolder,
                renewTime,
                strategy);
    }

    /** This with another {@code leaseDurationSeconds}. */
    public LeaseSpec withLeaseDurationSeconds(@Nullable Integer leaseDurationSeconds) {
        return new LeaseSpec(
                acquireTime,
                holderIdentity,
                leaseDurationSeconds,
                leaseTransitions,
                preferredHolder,
                renewTime,
                strategy);
    }

    /** This with another {@code leaseTransitions}. */
    public LeaseSpec withLeaseTransitions(@Nullable Integer leaseTransitions) {
        return new LeaseSpec(
                acquireTime,
                holderIdentity,
                leaseDurationSeconds,
                leaseTransitions,
                preferredHolder,
                renewTime,
                strategy);
    }

    /** This with another {@code preferredHolder}. */
    public LeaseSpec withPreferredHolder(@Nullable String preferredHolder) {
        return new LeaseSpec(
                acquireTime,
                holderIdentity,
                leaseDurationSeconds,
                leaseTransitions,
                preferredHolder,
                renewTime,
                strategy);
    }

    /** This with another {@code renewTime}. */
    public LeaseSpec withRenewTime(@Nullable Instant renewTime) {
        return new LeaseSpec(
                acquireTime,
                holderIdentity,
                leaseDurationSeconds,
                leaseTransitions,
                preferredHolder,
                renewTime,
                strategy);
    }

    /** This with another {@code strategy}. */
    public LeaseSpec withStrategy(@Nullable String strategy) {
        return new LeaseSpec(
                acquireTime,
                holderIdentity,
                leaseDurationSeconds,
                leaseTransitions,
                preferredHolder,
                renewTime,
                strategy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LeaseSpec that
                        && Objects.equals(acquireTime, that.acquireTime)
                        && Objects.equals(holderIdentity, that.holderIdentity)
                        && Objects.equals(leaseDurationSeconds, that.leaseDurationSeconds)
                        && Objects.equals(leaseTransitions, that.leaseTransitions)
                        && Objects.equals(preferredHolder, that.preferredHolder)
                        && Objects.equals(renewTime, that.renewTime)
                        && Objects.equals(strategy, that.strategy));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(acquireTime);
        hash = 31 * hash + Objects.hashCode(holderIdentity);
        hash = 31 * hash + Objects.hashCode(leaseDurationSeconds);
        hash = 31 * hash + Objects.hashCode(leaseTransitions);
        hash = 31 * hash + Objects.hashCode(preferredHolder);
        hash = 31 * hash + Objects.hashCode(renewTime);
        hash = 31 * hash + Objects.hashCode(strategy);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
