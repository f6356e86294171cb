package io.coxswain.resource;

/** What becomes of the dependents of an object that is deleted ({@code propagationPolicy} of Kubernetes). */
public enum Propagation {
    /** The object goes now, the garbage collector deletes its dependents afterwards. */
    BACKGROUND,
    /** The object goes when its dependents have gone. */
    FOREGROUND,
    /** The dependents stay and lose their reference to the object. */
    ORPHAN
}
