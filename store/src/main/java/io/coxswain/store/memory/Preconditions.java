package io.coxswain.store.memory;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.client.Selector;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether preconditions hold in the newest state, published or not: for the baton's holder. */
final class Preconditions {
    private Preconditions() {}

    static boolean holds(Precondition condition, Engine engine) {
        if (condition instanceof Precondition.Unchanged list) {
            return isUnchanged(list.kind(), list, engine);
        }
        StoredObject<?> stored = newest(engine, condition.kind(), condition.key());
        if (condition instanceof Precondition.Absent) {
            return stored == null;
        }
        if (condition instanceof Precondition.Present) {
            return stored != null;
        }
        if (condition instanceof Precondition.RevisionEquals equal) {
            return equal.revision()
                    == (stored == null ? 0 : stored.resource().metadata().resourceVersion());
        }
        if (condition instanceof Precondition.UidEquals equal) {
            return stored != null && stored.resource().metadata().uid().equals(equal.uid());
        }
        if (condition instanceof Precondition.LeaseHeld held) {
            Object resource = stored == null ? null : stored.resource();
            return resource instanceof Lease lease && isHeld(held, lease);
        }
        throw new IllegalStateException("unknown precondition " + condition);
    }

    private static boolean isHeld(Precondition.LeaseHeld held, Lease lease) {
        LeaseSpec spec = lease.spec();
        return lease.metadata().uid().equals(held.uid())
                && held.holder().equals(spec.holderIdentity())
                && held.transitions() == Objects.requireNonNullElse(spec.leaseTransitions(), 0);
    }

    /** Goes through the commits since, which are few where who listed writes soon. */
    private static <R extends Resource<R>> boolean isUnchanged(
            Kind<R> kind, Precondition.Unchanged list, Engine engine) {
        KindTable<R> table = engine.tableOrNull(kind);
        return table == null || engine.isUntouched(table, Selector.of(kind, list), list.revision());
    }

    private static <R extends Resource<R>> @Nullable StoredObject<R> newest(
            Engine engine, Kind<R> kind, ResourceKey key) {
        KindTable<R> table = engine.tableOrNull(kind);
        Entry<R> entry = table == null ? null : table.entry(key);
        Version<R> version = entry == null ? null : entry.newest();
        return version == null ? null : version.object;
    }
}
