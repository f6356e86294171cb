package io.coxswain.resource;

/** What must hold at the moment of the commit; otherwise the whole transaction is refused with a Conflict that names the condition, and nothing is written. */
public sealed interface Precondition {

    /** The kind whose object is looked at. */
    Kind<?> kind();

    /** The object that is looked at. */
    ResourceKey key();

    /** There is no such object. */
    record Absent(Kind<?> kind, ResourceKey key) implements Precondition {}

    /** There is such an object. */
    record Present(Kind<?> kind, ResourceKey key) implements Precondition {}

    /** The object's last change is of this revision; 0: it is absent. */
    record RevisionEquals(Kind<?> kind, ResourceKey key, long revision) implements Precondition {}

    /** The object exists and has this uid. */
    record UidEquals(Kind<?> kind, ResourceKey key, String uid) implements Precondition {}

    /** The Lease exists, has this uid, and is held by this holder since this transition: the fence of a leader's writes. */
    record LeaseHeld(Kind<?> kind, ResourceKey key, String uid, String holder, int transitions)
            implements Precondition {}

    /** The object is still as it was read. */
    static <R extends Resource<R>> Precondition revision(R read) {
        return new RevisionEquals(read.kind(), read.key(), read.metadata().resourceVersion());
    }

    /** The object is still the one that was read, however changed. */
    static <R extends Resource<R>> Precondition uid(R read) {
        return new UidEquals(read.kind(), read.key(), read.metadata().uid());
    }
}
