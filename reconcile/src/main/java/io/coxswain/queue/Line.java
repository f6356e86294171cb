package io.coxswain.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An unbounded queue for many producers and many consumers: first come, first served.
 *
 * <p>Any thread may call anything. Segments are linked; in each, the next slot to fill and the next one to empty are handed out by an atomic increment, so threads that come at once get different
 * slots and none repeats its work because of another one but in the rare case below (P. Ramalhete, A. Correia: FAAArrayQueue, Concurrency Freaks, 2016). A {@code ConcurrentLinkedQueue} has one
 * place for each end that all fight for, in one cache line with the other end, and an object per element.
 *
 * <ul>
 *   <li>{@code filled}, {@code emptied}: volatile, incremented only. May pass the end of the segment; then it is used up.
 *   <li>a slot: {@code null}, then the element by a CAS of whom it was handed to for filling, then {@link #TAKEN} by an exchange of whom it was handed to for emptying. If the emptier comes first it
 *       leaves TAKEN, the filler's CAS fails, and both go on with another slot. The CAS publishes the element to the exchange. An offer takes effect at its CAS, a poll at its exchange.
 *   <li>{@code next}: set once, by CAS, when a segment is used up. {@code head} and {@code tail} only help to find the segment; each moves forward by CAS, and one that lags is moved by whoever sees it.
 * </ul>
 *
 * <p>Lock-free: an offer begins anew only if a poll passed it, which looked whether there was something to take and so ran because of another offer.
 */
class Line<E> {
    private static final int SEGMENT = 256;

    /** Of the first one, as most queues never hold more. */
    private static final int FIRST = 32;

    private static final Object TAKEN = new Object();

    private static final VarHandle HEAD;
    private static final VarHandle TAIL;
    private static final VarHandle FILLED;
    private static final VarHandle EMPTIED;
    private static final VarHandle NEXT;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            HEAD = lookup.findVarHandle(Line.class, "head", Segment.class);
            TAIL = lookup.findVarHandle(Line.class, "tail", Segment.class);
            FILLED = lookup.findVarHandle(Filled.class, "filled", int.class);
            EMPTIED = lookup.findVarHandle(Segment.class, "emptied", int.class);
            NEXT = lookup.findVarHandle(Segment.class, "next", Segment.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Segment head = new Segment(FIRST);
    private volatile Segment tail = head;

    /** Keeps what producers write out of the cache line that consumers write: a fifth of the time of a pair of threads. */
    private static class Filled {
        volatile int filled;

        @SuppressWarnings("unused")
        private long p00, p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11, p12, p13, p14, p15;
    }

    private static final class Segment extends Filled {
        volatile int emptied;
        volatile @Nullable Segment next;
        final Object[] slots;

        Segment(int size) {
            slots = new Object[size];
        }

        int nextToFill() {
            return (int) FILLED.getAndAdd(this, 1);
        }

        int nextToEmpty() {
            return (int) EMPTIED.getAndAdd(this, 1);
        }

        /** An element in the next slot says enough, without a look at what producers write. */
        boolean isEmptied() {
            int slot = emptied;
            return slot >= slots.length || (SLOT.getVolatile(slots, slot) == null && slot >= filled);
        }
    }

    final void offer(E element) {
        while (true) {
            Segment last = tail;
            int slot = last.nextToFill();
            if (slot >= last.slots.length) {
                append(last);
            } else if (fill(last.slots, slot, element)) {
                return;
            }
        }
    }

    /** Whether the slot was still to be filled. */
    boolean fill(Object[] slots, int slot, E element) {
        return SLOT.compareAndSet(slots, slot, null, element);
    }

    private void append(Segment last) {
        Segment next = last.next;
        if (next == null) {
            Segment fresh = new Segment(SEGMENT);
            next = NEXT.compareAndSet(last, null, fresh) ? fresh : last.next;
        }
        TAIL.compareAndSet(this, last, next);
    }

    /** The element that was offered first; {@code null} if there is none. */
    @SuppressWarnings("unchecked")
    final @Nullable E poll() {
        while (true) {
            Segment first = head;
            if (first.isEmptied()) {
                Segment next = first.next;
                if (next == null || first.emptied < first.slots.length) {
                    return null;
                }
                HEAD.compareAndSet(this, first, next);
                continue;
            }
            int slot = first.nextToEmpty();
            if (slot < first.slots.length) {
                Object element = SLOT.getAndSet(first.slots, slot, TAKEN);
                if (element != null) {
                    return (E) element;
                }
            }
        }
    }

    /** Those that are in line, in this order, as far as they stay while this is called. Takes time linear in their number. */
    @SuppressWarnings("unchecked")
    final List<E> elements() {
        List<E> elements = new ArrayList<>();
        for (Segment segment = head; segment != null; segment = segment.next) {
            for (int slot = segment.emptied; slot < segment.slots.length; slot++) {
                Object element = SLOT.getVolatile(segment.slots, slot);
                if (element != null && element != TAKEN) {
                    elements.add((E) element);
                }
            }
        }
        return elements;
    }

    /** Whether there was nothing to take at some moment of this call. */
    final boolean isEmpty() {
        Segment first = head;
        return first.isEmptied() && (first.next == null || first.emptied < first.slots.length);
    }
}
