package io.coxswain.environment.simulated;

/** What a loss of power leaves of writes that weren't forced, and of names whose folder wasn't. */
public enum DiskLoss {
    /** Nothing. */
    EVERYTHING(512),
    /** All. */
    NOTHING(512),
    /** Those that were made first; the last one of them may be torn at the border of a sector of 512 bytes. */
    THE_LATEST(512),
    /** Any, torn and in any order, by sectors of 512 bytes. */
    ANY_SECTORS(512),
    /** Any, torn and in any order, by blocks of 4 KiB. */
    ANY_BLOCKS(4096);

    final int unit;

    DiskLoss(int unit) {
        this.unit = unit;
    }
}
