package io.coxswain.environment.simulated;

/** What can go wrong with one call of a {@link SimulatedDisk}. */
public enum DiskFault {
    /** The power goes in the middle of it: this call and all after it fail, until the disk is restarted. */
    POWER_LOSS,

    /**
     * It fails. A write may have happened in part; what a force was to make durable is in doubt, and no later force makes it
     * durable unless it is written again.
     */
    IO_ERROR,

    /** The disk is full: a new file isn't made, a write happens in part. A force fails as with {@link #IO_ERROR}. */
    NO_SPACE,

    /** A read gives less than it could. Changes nothing for other calls. */
    SHORT_READ
}
