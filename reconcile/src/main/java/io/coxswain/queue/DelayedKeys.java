package io.coxswain.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keys that wait for their time: one deadline per key, the earliest that was asked for.
 *
 * <p>A key whose deadline moves forward leaves its older mark in the heap; it is recognised by not being the key's present one and thrown away when it comes up. Thread-safe by its monitor,
 * which is held for O(log n).
 */
final class DelayedKeys<K> {
    private final PriorityQueue<Mark<K>> heap = new PriorityQueue<>();
    private final Map<K, Mark<K>> present = new HashMap<>();
    private long marks;

    /**
     * Lets a key wait until the deadline, or its earlier one.
     *
     * @return whether this is now the first deadline of all
     */
    synchronized boolean offer(K key, long deadline) {
        Mark<K> old = present.get(key);
        if (old != null && old.deadline - deadline <= 0) {
            return false;
        }
        Mark<K> mark = new Mark<>(key, deadline, marks++);
        present.put(key, mark);
        heap.add(mark);
        return heap.peek() == mark;
    }

    /** Removes and returns the keys whose deadline has come, by deadline. A deadline that is reached exactly has come. */
    synchronized List<K> takeDue(long now) {
        List<K> due = new ArrayList<>();
        for (Mark<K> first = first(); first != null && first.deadline - now <= 0; first = first()) {
            heap.remove();
            present.remove(first.key);
            due.add(first.key);
        }
        return due;
    }

    /** How long until the first deadline, at least 0; -1 if none waits. */
    synchronized long nanosUntilFirst(long now) {
        Mark<K> first = first();
        return first == null ? -1 : Math.max(0, first.deadline - now);
    }

    /** How long until this key's deadline, at least 0; -1 if it doesn't wait. */
    synchronized long nanosUntil(K key, long now) {
        Mark<K> mark = present.get(key);
        return mark == null ? -1 : Math.max(0, mark.deadline - now);
    }

    synchronized int size() {
        return present.size();
    }

    synchronized void clear() {
        heap.clear();
        present.clear();
    }

    private @Nullable Mark<K> first() {
        Mark<K> first = heap.peek();
        while (first != null && present.get(first.key) != first) {
            heap.remove();
            first = heap.peek();
        }
        return first;
    }

    /** A deadline of a key; among equal ones the earlier asked for goes first. */
    private record Mark<K>(K key, long deadline, long number) implements Comparable<Mark<K>> {
        @Override
        public int compareTo(Mark<K> other) {
            long difference = deadline - other.deadline;
            return difference != 0 ? Long.signum(difference) : Long.compare(number, other.number);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }
}
