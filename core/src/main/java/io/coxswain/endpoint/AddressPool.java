package io.coxswain.endpoint;

import java.util.BitSet;

/**
 * Gives out the addresses of a range, each to one holder at a time. Goes round: an address that was given back is the last to
 * be given out again, so that a late connection to the old holder doesn't reach the new one. The address freed last is
 * never the next one.
 *
 * <p>Thread-safe; a call is a look into a bit set. Of a range with a single address everybody gets that one.
 */
public final class AddressPool {
    private final AddressRange range;
    private final BitSet live = new BitSet();
    private int next;
    private int freedLast = -1;

    public AddressPool(AddressRange range) {
        this.range = range;
    }

    public AddressRange range() {
        return range;
    }

    /**
     * An address that nobody holds.
     *
     * @throws IllegalStateException if there is none
     */
    public synchronized String allocate() {
        if (range.isSingle()) {
            return range.address(0);
        }
        int index = free(next, range.size());
        if (index < 0) {
            index = free(0, next);
        }
        if (index < 0) {
            throw new IllegalStateException("addresses " + range + ": all " + range.size()
                    + " are taken: stop some pods, or start a second cluster, which has a block of its own");
        }
        live.set(index);
        next = index + 1;
        return range.address(index);
    }

    private int free(int from, int to) {
        int index = live.nextClearBit(from);
        if (index == freedLast) {
            index = live.nextClearBit(index + 1);
        }
        return index < to ? index : -1;
    }

    /**
     * Takes an address that something has already, such as a pod that was found running.
     *
     * @return false if it isn't of this range or is held
     */
    public synchronized boolean reserve(String address) {
        int index = range.indexOf(address);
        if (index < 0 || live.get(index)) {
            return false;
        }
        if (!range.isSingle()) {
            live.set(index);
        }
        return true;
    }

    /** Gives an address back; one that nobody holds changes nothing. */
    public synchronized void release(String address) {
        int index = range.indexOf(address);
        if (index >= 0 && live.get(index)) {
            live.clear(index);
            freedLast = index;
        }
    }

    /** How many are held. */
    public synchronized int held() {
        return live.cardinality();
    }
}
