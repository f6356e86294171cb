package io.coxswain.resource;

import io.coxswain.selector.Selection;

/** What must hold at the moment of the commit; otherwise the whole transaction is refused with a Conflict that names the condition, and nothing is written. */
public sealed interface Precondition {

    /** The kind whose object is looked at. */
    Kind<?> kind();

    /** The object that is looked at, unless it is a whole list. */
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

    /**
     * None of the selected objects has changed since a revision, gone, or come: who listed them then would see the same now. An engine may also refuse where one came and went meanwhile, or where it
     * no longer knows what happened since.
     *
     * @param owner the uid of an owner that they name too; empty: any
     */
    record Unchanged(Kind<?> kind, Selection selection, String owner, long revision) implements Precondition {

        /** Of no object: a name that none has, in the namespace that was listed. */
        @Override
        public ResourceKey key() {
            String namespace = selection.namespace();
            return new ResourceKey(namespace == null ? "" : namespace, "*");
        }
    }

    /** The object is still as it was read. */
    static <R extends Resource<R>> Precondition revision(R read) {
        return new RevisionEquals(read.kind(), read.key(), read.metadata().resourceVersion());
    }

    /** The object is still the one that was read, however changed. */
    static <R extends Resource<R>> Precondition uid(R read) {
        return new UidEquals(read.kind(), read.key(), read.metadata().uid());
    }
}
