package io.coxswain.apiserver;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.Store;
import io.coxswain.store.StoredObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of a precondition that doesn't hold what was expected, what is so instead, and what to do. */
final class Conditions {
    private Conditions() {}

    static String text(Precondition failed, Store store) {
        if (failed instanceof Precondition.Unchanged list) {
            return "The list of " + list.kind() + " (" + list.selection()
                    + (list.owner().isEmpty() ? "" : ", owner " + list.owner()) + ") has changed after revision "
                    + list.revision() + ", the write expected it unchanged: read it again and reapply";
        }
        String subject = failed.kind() + " " + failed.key();
        Resource<?> now = find(store, failed.kind(), failed.key());
        if (failed instanceof Precondition.Absent) {
            return subject + " exists, the write expected it to be absent";
        }
        if (failed instanceof Precondition.LeaseHeld held) {
            return lease(subject, held, now);
        }
        if (now == null) {
            return subject + " is absent, the write expected it to exist"
                    + (failed instanceof Precondition.Present ? "" : " unchanged: read it again and reapply");
        }
        if (failed instanceof Precondition.UidEquals expected) {
            return uid(subject, now, expected.uid());
        }
        if (failed instanceof Precondition.RevisionEquals expected) {
            return revision(subject, now, expected.revision());
        }
        return subject + " was absent, the write expected it to exist";
    }

    static String revision(String subject, Resource<?> now, long expected) {
        return subject + " is at revision " + now.metadata().resourceVersion() + ", the write expected "
                + (expected == 0 ? "it to be absent" : String.valueOf(expected)) + ": read it again and reapply";
    }

    static String uid(String subject, Resource<?> now, String expected) {
        return subject + " has uid " + now.metadata().uid() + ", the write expected " + expected
                + ": it is another object of the same name, read it again";
    }

    private static String lease(String subject, Precondition.LeaseHeld held, @Nullable Resource<?> now) {
        String expected = ", the write expected " + held.holder() + " (transition " + held.transitions()
                + "): its writer no longer leads";
        if (!((Object) now instanceof Lease lease)) {
            return subject + " is absent" + expected;
        }
        return subject + " is held by "
                + Objects.requireNonNullElse(lease.spec().holderIdentity(), "nobody") + " (transition "
                + Objects.requireNonNullElse(lease.spec().leaseTransitions(), 0) + ")" + expected;
    }

    private static <R extends Resource<R>> @Nullable Resource<?> find(Store store, Kind<R> kind, ResourceKey key) {
        StoredObject<R> found = store.get(kind, key);
        return found == null ? null : found.resource();
    }
}
