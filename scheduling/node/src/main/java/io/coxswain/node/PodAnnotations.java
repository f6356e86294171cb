package io.coxswain.node;

/** Annotations of pods that the agent reads. */
public final class PodAnnotations {
    /** The folder in which relative paths of the pod start; set for pods of a manifest that was read from a file. */
    public static final String FOLDER = "coxswain.io/folder";

    /** {@code "true"}: the pod's workers are not ready before they say so themselves. */
    public static final String NOTIFY = "coxswain.io/notify";

    private PodAnnotations() {}
}
