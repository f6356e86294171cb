package io.coxswain.network;

import io.coxswain.resource.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Gives numbers from 0 to {@code size - 1} to objects that are about to be written. Which numbers are taken is told by the
 * objects that are stored; this only remembers what was given lately to writes that may still be under way, so a write that
 * fails leaks nothing.
 *
 * <p>Goes round, so a number comes again as late as possible. The lowest numbers are left to people who choose one themselves,
 * as long as others are free (KEP-3070, KEP-3668). Thread-safe.
 */
final class Allocation {
    /** A write that takes longer than this has failed, or its object can be seen. */
    private static final long UNDER_WAY_NANOS = 10_000_000_000L;

    private final int size;
    private final int chosenBand;
    private final Map<Integer, Given> lately = new LinkedHashMap<>();
    private int next;

    private record Given(ResourceKey to, long atNanos) {}

    Allocation(int size, int chosenBand) {
        this.size = size;
        this.chosenBand = Math.min(chosenBand, size - 1);
        next = this.chosenBand;
    }

    /** A number that is neither taken nor given lately, -1 if there is none. */
    synchronized int give(ResourceKey to, long nowNanos, IntPredicate taken) {
        forgetOld(nowNanos);
        for (int i = 0; i < size; i++) {
            if (i == size - chosenBand) {
                // all others are taken: once through the band too
                next = 0;
            }
            int number = next;
            next = next + 1 < size ? next + 1 : chosenBand;
            if (!lately.containsKey(number) && !taken.test(number)) {
                lately.put(number, new Given(to, nowNanos));
                return number;
            }
        }
        return -1;
    }

    /** Takes a number that somebody chose; false if it was given lately to another object. */
    synchronized boolean take(int number, ResourceKey to, long nowNanos) {
        forgetOld(nowNanos);
        Given given = lately.get(number);
        if (given != null && !given.to.equals(to)) {
            return false;
        }
        lately.put(number, new Given(to, nowNanos));
        return true;
    }

    private void forgetOld(long nowNanos) {
        lately.values().removeIf(given -> nowNanos - given.atNanos > UNDER_WAY_NANOS);
    }
}
