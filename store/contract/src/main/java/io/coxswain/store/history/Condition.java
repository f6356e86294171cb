package io.coxswain.store.history;

import io.coxswain.resource.Precondition;
import org.jspecify.annotations.Nullable;

/**
 * A precondition of a transaction.
 *
 * @param type what is compared
 * @param target the object that is looked at
 * @param expected the revision, uid or fence that it must have; empty for the others
 */
public record Condition(Type type, String target, String expected) {

    /** What is compared. */
    public enum Type {
        ABSENT,
        PRESENT,
        REVISION,
        UID,
        LEASE
    }

    static Condition of(Precondition condition) {
        String target = Version.target(condition.kind(), condition.key());
        if (condition instanceof Precondition.Absent) {
            return new Condition(Type.ABSENT, target, "");
        }
        if (condition instanceof Precondition.Present) {
            return new Condition(Type.PRESENT, target, "");
        }
        if (condition instanceof Precondition.RevisionEquals equal) {
            return new Condition(Type.REVISION, target, Long.toString(equal.revision()));
        }
        if (condition instanceof Precondition.UidEquals equal) {
            return new Condition(Type.UID, target, equal.uid());
        }
        if (condition instanceof Precondition.LeaseHeld held) {
            return new Condition(Type.LEASE, target, Version.fence(held.uid(), held.holder(), held.transitions()));
        }
        throw new IllegalStateException("unknown precondition " + condition);
    }

    boolean holds(@Nullable Version state) {
        return switch (type) {
            case ABSENT -> state == null;
            case PRESENT -> state != null;
            case REVISION -> Long.parseLong(expected) == (state == null ? 0 : state.revision());
            case UID -> state != null && state.uid().equals(expected);
            case LEASE -> state != null && state.fence().equals(expected);
        };
    }
}
