package io.coxswain.queue;

/** Which of two waiting keys goes first. */
public enum Priority {
    /** Keys of a first list and of resyncs: nothing is known to have changed. */
    LOW,
    /** Keys of fresh changes and those that a reconciler asked for. */
    NORMAL
}
