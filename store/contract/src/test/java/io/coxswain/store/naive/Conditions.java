package io.coxswain.store.naive;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.resource.Precondition;
import io.coxswain.store.StoredObject;

/** Whether a precondition holds of a state of its object. */
final class Conditions {
    private Conditions() {}

    static boolean holds(Precondition condition, StoredObject<?> stored) {
        if (condition instanceof Precondition.Absent) {
            return stored == null;
        }
        if (condition instanceof Precondition.RevisionEquals equal) {
            return equal.revision()
                    == (stored == null ? 0 : stored.resource().metadata().resourceVersion());
        }
        if (stored == null || condition instanceof Precondition.Present) {
            return stored != null;
        }
        if (condition instanceof Precondition.UidEquals equal) {
            return equal.uid().equals(stored.resource().metadata().uid());
        }
        Precondition.LeaseHeld held = (Precondition.LeaseHeld) condition;
        Object resource = stored.resource();
        return resource instanceof Lease lease
                && lease.metadata().uid().equals(held.uid())
                && held.holder().equals(lease.spec().holderIdentity())
                && Integer.valueOf(held.transitions()).equals(lease.spec().leaseTransitions());
    }
}
