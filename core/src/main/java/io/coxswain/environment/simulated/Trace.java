package io.coxswain.environment.simulated;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened so far: a running hash of everything, and the last actions by name. */
final class Trace {

    /** So many actions are shown when a run fails: enough to see a circle. */
    private static final int RECENT = 16;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final @Nullable SimulatedAction[] recentActions = new SimulatedAction[RECENT];
    private final long[] recentOrdinals = new long[RECENT];

    private long actions;
    private long hash;

    void action(SimulatedAction action, long nanos) {
        int slot = (int) (actions++ % RECENT);
        recentActions[slot] = action;
        recentOrdinals[slot] = action.ordinal();
        mix(action.nameHash() + action.ordinal());
        mix(nanos);
    }

    void mix(long value) {
        hash = scrambled(hash * 31 + value);
    }

    long actions() {
        return actions;
    }

    long hash() {
        return hash;
    }

    /** The names of the last actions, oldest first. */
    List<String> recent() {
        List<String> names = new ArrayList<>();
        for (long i = Math.max(0, actions - RECENT); i < actions; i++) {
            SimulatedAction action = recentActions[(int) (i % RECENT)];
            if (action != null) {
                names.add(action.name(recentOrdinals[(int) (i % RECENT)]));
            }
        }
        return names;
    }

    /** FNV-1a over the text's UTF-16 units: the same on every JVM, and 64 bits, unlike {@code String.hashCode}. */
    static long hashOf(String text) {
        long value = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            value = (value ^ text.charAt(i)) * FNV_PRIME;
        }
        return scrambled(value);
    }

    /** The finishing step of SplitMix64: one to one, and each bit of the argument changes about half of the result's. */
    static long scrambled(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
