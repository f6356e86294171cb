package io.coxswain.simulation;

/** What is checked in every simulation though no test asks for it. */
public enum FreeCheck {
    /** A controller deletes the object that it read, never another of the same name. */
    DELETE_NAMES_UID("a delete names the uid that was read"),
    /** Who has lost its lease writes no more. */
    NO_WRITE_AFTER_LEASE("no write after the lease was lost"),
    /** {@code status.observedGeneration} never falls. */
    OBSERVED_GENERATION("observedGeneration never falls"),
    /** A reconciler that had no answer to a write isn't done as if it had one. */
    UNANSWERED_IS_NOT_SUCCESS("an ambiguous error is not swallowed as success"),
    /** A reconciler runs on the thread that it is called on, and on those of its {@code Environment}: what others do can't be repeated. */
    OWN_THREADS("runs on the environment's threads only"),
    /** The run without faults is the same when it is made again, but for nothing: not even the times that are written. */
    DETERMINISTIC("does the same in the same circumstances"),
    /** When faults stop and nobody acts, nothing is written any more. */
    COMES_TO_REST("comes to rest once faults stop"),
    /** When faults stop, each reconcile that threw an exception ends well in the end, or throws a {@code TerminalException}; and no mapper or predicate has thrown. */
    NO_LASTING_FAILURE("no reconcile fails for ever");

    private final String text;

    FreeCheck(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }
}
