package io.coxswain.benchmarks.harness;

/** How much work a run is. */
public enum Effort {
    /** As published. */
    FULL,
    /** Once, as small as can be: shows that it runs, its figures mean nothing. */
    SMOKE;

    /** One of two sizes. */
    public int of(int full, int smoke) {
        return this == FULL ? full : smoke;
    }
}
