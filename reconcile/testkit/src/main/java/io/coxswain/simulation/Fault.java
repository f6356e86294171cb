package io.coxswain.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way in which a run can deviate from the one in which all goes well. */
public enum Fault {
    /** A process dies as it is about to call, and starts again; nothing of the call has happened. Its caches may begin at an older revision. */
    CRASH_BEFORE("crash-before"),
    /** A process dies after its call has happened and before it hears of it, and starts again. Its caches may begin at an older revision. */
    CRASH_AFTER("crash-after"),
    /** A process that has nothing to do starts again, with caches that begin at an older revision and stay there for a while. */
    RESTART("restart"),
    /** A process that has nothing to do dies and stays down while the user acts. */
    DOWN("down"),
    /** One of a process's caches stays behind for a while. */
    LAG("lag"),
    /** One of a process's watches misses what happens in a while and lists anew, so it sees the last state only. */
    MERGE("merge"),
    /** A watch expires at an event: the cache lists anew. */
    EXPIRE("expire"),
    /** A watch breaks at an event and is resumed later. */
    BREAK("break"),
    /** Somebody else writes the object just before, and the write is refused as a Conflict if it names the revision that was read. */
    CONFLICT("conflict"),
    /** A create happens, but is answered by AlreadyExists, as if it had been sent twice. */
    ALREADY_EXISTS("already-exists"),
    /** A call happens and isn't answered. */
    TIMEOUT_APPLIED("timeout-applied"),
    /** A call doesn't happen and isn't answered. */
    TIMEOUT_LOST("timeout-lost"),
    /** A call takes longer than a lease lasts, or as long as the user waits for the next step; the process goes on meanwhile. */
    SLOW("slow"),
    /** A process stands still, longer than a lease lasts, while others go on; the call at which it did is made afterwards. */
    PAUSE("pause"),
    /** A lease is taken away from its holder. */
    LEADER_LOSS("depose"),
    /** A process can't reach the API for a while. */
    PARTITION("partition"),
    /** A node loses power, for longer than the control plane waits for it. */
    NODE_LOSS("node-loss"),
    /** A node restarts. */
    NODE_FLAP("node-flap"),
    /** A process's time of day is set forward or back. */
    CLOCK_STEP("clock-step"),
    /** A process's clocks run too fast or too slow, for some minutes. */
    CLOCK_DRIFT("clock-drift"),
    /** The user acts while a process is in the middle of something. */
    OVERLAP("overlap"),
    /** Of several things that can happen, another comes first. */
    ORDER("order"),
    /** An event is delivered twice. No correct server does that; on only where it is asked for by name. */
    DUPLICATE("duplicate"),
    /** An event is never delivered. No correct server does that; on only where it is asked for by name. */
    LOSE("lose");

    private static final Map<String, Fault> BY_LABEL = new LinkedHashMap<>();

    static {
        for (Fault fault : values()) {
            BY_LABEL.put(fault.label, fault);
        }
    }

    private final String label;
    private final long salt;

    Fault(String label) {
        this.label = label;
        salt = Hash.of(label);
    }

    /** A number of its own for random choices. */
    long salt() {
        return salt;
    }

    /** What the names of its deviations begin with. */
    public String label() {
        return label;
    }

    static @Nullable Fault labelled(String label) {
        return BY_LABEL.get(label);
    }

    /** Whether a correct environment can do it. */
    boolean isLegal() {
        return this != DUPLICATE && this != LOSE;
    }
}
