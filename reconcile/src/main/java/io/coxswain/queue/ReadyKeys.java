package io.coxswain.queue;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are ready, in two lines, and those in progress: a {@link WorkQueue} without delays.
 *
 * <p>Lock-free but for the map's bins; any thread may call anything. How it holds together:
 *
 * <ul>
 *   <li>{@code entries} has one {@link Entry} per key that waits or is in progress; its state says which, and every operation on a key takes effect at a CAS of that state, or at the read of it
 *       that shows that there is nothing to change. An operation that finds the entry GONE helps to remove it and begins again, so it fails only because another one succeeded.
 *   <li>An entry that is READY and normal stands in the line {@code normal} exactly once, and is taken through it only: whoever made it so adds it, and nothing but taking changes it. An entry that
 *       is READY and low has a place in the line {@code low}, which names the state for which it counts. Raising a key changes the state, so the place that stays behind counts no more, and
 *       later turns of the same entry have places of their own.
 *   <li>{@code adds} is counted before an entry stands in line, {@code takes} after it was taken, and {@link #depth} reads them the other way round: it may say too many, never too few, so whoever
 *       made a key ready sees a depth above 0 until somebody has taken it.
 *   <li>{@code shuttingDown}: an add puts its entry into the map, then looks at the flag; {@link #shutDown} and removals do it the other way round. So either the add sees the flag and withdraws
 *       the entry, which is still FRESH, or the shutdown sees the entry and waits for it.
 *   <li>{@code normalInARow} is a hint among workers: two that look at once may both take a normal key, which is the one more per worker of the bound.
 * </ul>
 */
class ReadyKeys<K> {
    private final LongSupplier clock;
    private final Runnable onReady;
    private final ConcurrentHashMap<K, Entry<K>> entries = new ConcurrentHashMap<>();
    private final Line<Entry<K>> normal = new Line<>();
    private final Line<Place<K>> low = new Line<>();
    private final AtomicInteger normalInARow = new AtomicInteger();
    private final Counts counts;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean shuttingDown;

    /** A place in the low line, for one state of its entry. */
    private static final class Place<K> {
        final Entry<K> entry;
        final int state;

        Place(Entry<K> entry, int state) {
            this.entry = entry;
            this.state = state;
        }
    }

    ReadyKeys(LongSupplier clock, int parallelism, Runnable onReady) {
        this.clock = clock;
        this.onReady = onReady;
        counts = new Counts(parallelism);
    }

    Entry<K> newEntry(K key) {
        return new Entry<>(key, clock.getAsLong());
    }

    boolean add(K key, Priority priority, long trigger) {
        while (!shuttingDown) {
            Entry<K> entry = entryOf(key);
            entry.triggeredBy(trigger);
            for (int state = entry.state(); Entry.phase(state) != Entry.GONE; state = entry.state()) {
                if (shuttingDown && Entry.phase(state) == Entry.FRESH && withdraw(entry, state)) {
                    return false;
                }
                if (add(entry, state, priority)) {
                    return true;
                }
            }
            entries.remove(key, entry);
        }
        return false;
    }

    private Entry<K> entryOf(K key) {
        Entry<K> known = entries.get(key);
        if (known != null) {
            return known;
        }
        Entry<K> fresh = newEntry(key);
        Entry<K> other = entries.putIfAbsent(key, fresh);
        return other == null ? fresh : other;
    }

    private boolean withdraw(Entry<K> entry, int state) {
        if (!entry.casState(state, Entry.with(state, Entry.GONE))) {
            return false;
        }
        remove(entry);
        return true;
    }

    /** Whether the key will be processed after this; otherwise the state has changed meanwhile. */
    private boolean add(Entry<K> entry, int state, Priority priority) {
        boolean raises = priority == Priority.NORMAL && !Entry.isNormal(state);
        return switch (Entry.phase(state)) {
            case Entry.FRESH -> admit(entry, state, priority);
            case Entry.READY -> raises ? raise(entry, state) : entry.isStill(state);
            case Entry.PROCESSING -> entry.casState(state, Entry.with(state, Entry.DIRTY, priority));
            case Entry.DIRTY ->
                raises ? entry.casState(state, Entry.with(state, Entry.DIRTY, priority)) : entry.isStill(state);
            case Entry.GONE -> false;
            default -> throw new IllegalStateException("state " + state);
        };
    }

    private boolean admit(Entry<K> entry, int state, Priority priority) {
        int ready = Entry.with(state, Entry.READY, priority);
        if (!entry.casState(state, ready)) {
            return false;
        }
        standInLine(entry, ready);
        return true;
    }

    private void standInLine(Entry<K> entry, int ready) {
        counts.add(Counts.ADDS, 1);
        if (Entry.isNormal(ready)) {
            normal.offer(entry);
        } else {
            low.offer(new Place<>(entry, ready));
        }
        onReady.run();
    }

    private boolean raise(Entry<K> entry, int state) {
        if (!entry.casState(state, Entry.with(state, Entry.READY, Priority.NORMAL))) {
            return false;
        }
        normal.offer(entry);
        onReady.run(); // a worker that came between these two lines found nothing
        return true;
    }

    @Nullable
    K tryTake() {
        Entry<K> entry = null;
        if (normalInARow.get() >= WorkQueue.LOW_WAITS_FOR) {
            entry = takeLow();
        }
        if (entry == null) {
            entry = takeNormal();
        }
        if (entry == null) {
            entry = takeLow();
        }
        return entry == null ? null : entry.key;
    }

    private @Nullable Entry<K> takeNormal() {
        Entry<K> entry = normal.poll();
        if (entry == null) {
            return null;
        }
        if (!begin(entry, entry.state())) {
            throw new IllegalStateException("key " + entry.key + " was taken past its place in line");
        }
        if (!low.isEmpty()) {
            normalInARow.incrementAndGet();
        } else if (normalInARow.get() != 0) {
            normalInARow.set(0);
        }
        return entry;
    }

    private @Nullable Entry<K> takeLow() {
        for (Place<K> place = low.poll(); place != null; place = low.poll()) {
            if (begin(place.entry, place.state)) {
                normalInARow.set(0);
                return place.entry;
            }
        }
        return null;
    }

    /** Looks at the clock before it writes to the entry: between two writes another processor may take the cache line away. */
    private boolean begin(Entry<K> entry, int state) {
        long now = clock.getAsLong();
        if (!entry.casState(state, Entry.with(state, Entry.PROCESSING))) {
            return false;
        }
        long waited = now - entry.sinceOpaque();
        entry.setSinceOpaque(now);
        entry.takeTriggers();
        counts.add(Counts.TAKES, 1);
        counts.add(Counts.WAITED_NANOS, waited);
        return true;
    }

    void done(K key) {
        Entry<K> entry = entries.get(key);
        if (entry == null) {
            return;
        }
        long now = clock.getAsLong();
        boolean ended;
        do {
            ended = end(entry, entry.state(), now);
        } while (!ended);
    }

    /** Whether the run has ended, or there was none; otherwise the state has changed meanwhile. */
    private boolean end(Entry<K> entry, int state, long now) {
        int phase = Entry.phase(state);
        if (phase != Entry.PROCESSING && phase != Entry.DIRTY) {
            return true;
        }
        long begun = entry.sinceOpaque();
        if (phase == Entry.PROCESSING) {
            if (!entry.casState(state, Entry.with(state, Entry.GONE))) {
                return false;
            }
            remove(entry);
        } else {
            int ready = Entry.nextTurn(state);
            entry.setSinceOpaque(now);
            if (!entry.casState(state, ready)) {
                entry.setSinceOpaque(begun);
                return false;
            }
            standInLine(entry, ready);
        }
        counts.add(Counts.WORKED_NANOS, now - begun);
        return true;
    }

    private void remove(Entry<K> entry) {
        entries.remove(entry.key, entry);
        if (shuttingDown) {
            completeIfDrained();
        }
    }

    CompletionStage<Void> shutDown() {
        shuttingDown = true;
        completeIfDrained();
        return drained.minimalCompletionStage();
    }

    /** The map counts an entry a moment after it can be found: so that count is asked first, as it costs little, and then the map itself. */
    private void completeIfDrained() {
        if (entries.isEmpty() && !entries.elements().hasMoreElements()) {
            drained.complete(null);
        }
    }

    boolean isShuttingDown() {
        return shuttingDown;
    }

    int depth() {
        long taken = counts.sum(Counts.TAKES);
        return (int) Math.max(0, counts.sum(Counts.ADDS) - taken);
    }

    boolean hasReady() {
        return !normal.isEmpty() || !low.isEmpty();
    }

    /** A sum, by its column in {@link Counts}. */
    long sum(int column) {
        return counts.sum(column);
    }

    @Nullable
    Entry<K> find(K key) {
        return entries.get(key);
    }

    /** How many keys of its priority come before one that is ready; -1 if it isn't, or has just been taken. Takes time linear in their number. */
    int ahead(Entry<K> entry) {
        int state = entry.state();
        if (Entry.phase(state) != Entry.READY) {
            return -1;
        }
        List<Entry<K>> line = Entry.isNormal(state)
                ? normal.elements()
                : low.elements().stream()
                        .filter(place -> place.state == place.entry.state())
                        .map(place -> place.entry)
                        .toList();
        return line.indexOf(entry);
    }

    /** Those that wait and those in progress, in no particular order. */
    Collection<Entry<K>> all() {
        return entries.values();
    }
}
