package io.coxswain.node.runtime;

/** How a worker is told to end. */
public enum StopSignal {
    /** A request, which it may take its time for or ignore: SIGTERM, or an interrupt. */
    TERM,
    /** The end, which it can't refuse: SIGKILL. */
    KILL
}
