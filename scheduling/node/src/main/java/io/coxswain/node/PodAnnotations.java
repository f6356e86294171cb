package io.coxswain.node;

/** Annotations of pods that the agent reads. */
public final class PodAnnotations {
    /** The folder in which relative paths of the pod start; set for pods of a manifest that was read from a file. */
    public static final String FOLDER = "coxswain.io/folder";

    /**
     * {@code "true"}: the pod's workers are not ready before they say so themselves; processes by {@code sd_notify} on {@code NOTIFY_SOCKET} ({@code READY=1}, {@code STOPPING=1}, {@code STATUS=}), those
     * of {@code jvm:} images by their context.
     */
    public static final String NOTIFY = "coxswain.io/notify";

    /**
     * With {@link #NOTIFY}, a number of seconds: a worker that doesn't say {@code WATCHDOG=1} for so long is restarted as if its liveness probe had failed. It is told the time in microseconds by
     * {@code WATCHDOG_USEC}.
     */
    public static final String WATCHDOG_SECONDS = "coxswain.io/watchdog-seconds";

    private PodAnnotations() {}
}
