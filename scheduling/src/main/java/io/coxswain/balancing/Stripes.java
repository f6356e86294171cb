package io.coxswain.balancing;

import io.coxswain.environment.Environment;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Numbers that are written at each pick, one per processor and each on a cache line of its own, because one that all threads
 * share would cost more than the rest of the pick. A thread finds its own by its id; two threads may share one. With one
 * thread of control at a time there is one number, so that nothing depends on the thread's id.
 */
final class Stripes {
    /** Two cache lines, as processors fetch them in pairs; the first one keeps away from the array's header. */
    private static final int STRIDE = 16;

    private static final int MOST = 64;
    private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;

    private final AtomicLongArray values;
    private final int mask;

    private Stripes(int count) {
        values = new AtomicLongArray((count + 1) * STRIDE);
        mask = count - 1;
    }

    /** Counters that start at different places of a circle of so many, and go round from there. */
    static Stripes counters(Environment environment, int circle) {
        Stripes stripes = new Stripes(count(environment));
        int start = environment.random("balancing").nextInt(circle);
        for (int i = 0; i <= stripes.mask; i++) {
            stripes.values.set(slot(i), start + (long) i * circle / (stripes.mask + 1));
        }
        return stripes;
    }

    /** States of random streams. */
    static Stripes random(Environment environment) {
        Stripes stripes = new Stripes(count(environment));
        for (int i = 0; i <= stripes.mask; i++) {
            stripes.values.set(slot(i), environment.random("balancing").nextLong());
        }
        return stripes;
    }

    /** The next power of two. */
    private static int count(Environment environment) {
        return Math.min(MOST, Integer.highestOneBit(Math.max(1, 2 * environment.parallelism() - 1)));
    }

    private static int slot(int stripe) {
        return (stripe + 1) * STRIDE;
    }

    private int slot() {
        return mask == 0 ? STRIDE : slot((int) Thread.currentThread().getId() & mask);
    }

    /** Takes the next number of this thread's counter. Atomic: none is taken twice. */
    long count() {
        return values.getAndIncrement(slot());
    }

    /** A random number by SplitMix64. Plain: two threads that share a stripe may draw the same number, which does no harm. */
    long draw() {
        int slot = slot();
        long state = values.getPlain(slot) + GOLDEN_GAMMA;
        values.setPlain(slot, state);
        long mixed = (state ^ state >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ mixed >>> 31;
    }
}
