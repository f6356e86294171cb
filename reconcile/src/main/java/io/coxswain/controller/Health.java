package io.coxswain.controller;

import java.util.ArrayList;
import java.util.List;

/**
 * How a manager is.
 *
 * @param state what it is doing
 * @param reasons why it isn't ready, and what goes wrong though it is; empty if all is well
 */
public record Health(State state, List<String> reasons) {

    /** The stages of a manager's life, in their order. */
    public enum State {
        NEW,
        /** Caches are being filled. */
        SYNCING,
        /** Caches have synced; another manager leads. */
        STANDBY,
        /** Controllers run. */
        READY,
        STOPPING,
        STOPPED
    }

    public Health {
        reasons = List.copyOf(reasons);
    }

    /** Whether it is at work or on the way there; one that isn't should be made anew. */
    public boolean isLive() {
        return state.compareTo(State.STOPPING) < 0;
    }

    /** Whether its caches have synced, and its controllers run or would at once if it were to lead. */
    public boolean isReady() {
        return state == State.READY || state == State.STANDBY;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(state.toString());
        parts.addAll(reasons);
        return String.join("; ", parts);
    }
}
