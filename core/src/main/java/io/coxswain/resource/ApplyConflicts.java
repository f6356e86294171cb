package io.coxswain.resource;

/** What an apply does where another manager applied another value for the same field. */
public enum ApplyConflicts {
    /** Refuse with a Conflict that names field and managers. */
    REFUSE,
    /** Take the field over. */
    FORCE
}
