package io.coxswain.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Four sums that many threads add to, each thread in a stripe that few others use. A sum that is read while others add has, for each stripe, some value between those at the beginning and at the end.
 *
 * <p>Beside a {@code LongAdder} each: what a thread adds to is in one cache line, and producers and workers don't share one from the start instead of after a collision.
 */
final class Counts {
    /** The columns of a stripe. */
    static final int ADDS = 0;

    static final int TAKES = 1;
    static final int WAITED_NANOS = 2;
    static final int WORKED_NANOS = 3;

    /** Two cache lines, as processors fetch pairs of them. */
    private static final int STRIPE = 16;

    /** Reading a sum is to stay cheap, and beyond this many threads the lines are contended anyway. */
    private static final int MOST_STRIPES = 8;

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] cells;
    private final int mask;

    Counts(int parallelism) {
        int wanted = Math.min(MOST_STRIPES, 2 * parallelism);
        int stripes = parallelism == 1 ? 1 : Integer.highestOneBit(wanted);
        mask = stripes - 1;
        cells = new long[(stripes + 1) * STRIPE];
    }

    void add(int column, long value) {
        int stripe = (int) Thread.currentThread().getId() & mask;
        CELL.getAndAdd(cells, (stripe + 1) * STRIPE + column, value);
    }

    long sum(int column) {
        long sum = 0;
        for (int cell = STRIPE + column; cell < cells.length; cell += STRIPE) {
            sum += (long) CELL.getVolatile(cells, cell);
        }
        return sum;
    }
}
