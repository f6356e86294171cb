package io.coxswain.election;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;

/**
 * One term of a leader: from taking the lease to losing it.
 *
 * @param lease the Lease that is held
 * @param uid its uid
 * @param holder who holds it
 * @param transitions how many terms there were before; with the uid it names this term for ever
 */
public record Leadership(ResourceKey lease, String uid, String holder, int transitions) {

    static Leadership of(Lease held, String holder) {
        return new Leadership(held.key(), held.metadata().uid(), holder, Leases.transitions(held));
    }

    /** What each write of this term requires, as in {@code client.requiring(leadership.fence())}: once another term has begun, the store refuses them. */
    public Precondition fence() {
        return new Precondition.LeaseHeld(Lease.KIND, lease, uid, holder, transitions);
    }
}
