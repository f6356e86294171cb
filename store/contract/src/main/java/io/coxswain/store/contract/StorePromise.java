package io.coxswain.store.contract;

/** What an engine may promise beyond what every store does. */
public enum StorePromise {
    /**
     * Whatever it does it does through its {@code Environment}, so it runs in a simulation; the suite then tries many schedules.
     * An engine whose state lives in another process can't.
     */
    SIMULATED,

    /** It outlives its closing: {@link StoreContract#reopen} opens what was there. */
    DURABLE,

    /** It compacts by itself: {@link StoreContract#openRetaining} says how many commits it keeps. */
    RETAINS_COUNT
}
