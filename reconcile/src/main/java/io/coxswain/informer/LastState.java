package io.coxswain.informer;

/** What is known of the last state of an object that is gone. */
public enum LastState {
    /** The object that is handed over is its last state, at the revision of its deletion. */
    KNOWN,
    /** Its deletion was missed and noticed by a new list: the object is the last state that was seen. */
    UNKNOWN
}
