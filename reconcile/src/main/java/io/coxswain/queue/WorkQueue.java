package io.coxswain.queue;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.queue.Entry.Phase;
import io.coxswain.queue.Entry.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A queue of keys, each of which is processed by one worker at a time: added n times while it waits, it is processed once; added while it is processed, it is processed once more afterwards;
 * no add is lost. The rules are those of client-go's {@code util/workqueue}.
 *
 * <p>No call blocks. A listener given at the start is told whenever a key becomes ready; it lets a worker call {@link #tryTake}, and after the work {@link #done}. Among keys of equal priority
 * the first come is served first; a low one that heads its line is served after at most {@value #LOW_WAITS_FOR} normal ones (and one more per worker that takes at the same moment).
 *
 * <p>Any thread may call anything. How it holds together: a key that waits or is in progress has one {@link Entry}, whose monitor guards its phase; the two lines hold places that point to
 * entries, and a place is valid only while its entry points back, so raising a key's priority is a second place in the other line. {@code live} counts the entries; an add counts first and
 * looks for the shutdown afterwards, {@link #shutDown} does it the other way round, so either the add sees the shutdown or the shutdown waits for the add.
 *
 * @param <K> the keys; equal ones are one
 */
public final class WorkQueue<K> {
    /** How many normal keys may be taken while a low one heads its line. */
    public static final int LOW_WAITS_FOR = 8;

    private static final Duration LONGEST_DELAY = Duration.ofDays(365);

    private final String name;
    private final Environment environment;
    private final RateLimiter<K> limiter;
    private final Runnable onReady;
    private final Executor timers;
    private final ConcurrentHashMap<K, Entry<K>> entries = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Place<K>> normal = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Place<K>> low = new ConcurrentLinkedQueue<>();
    private final DelayedKeys<K> delayed = new DelayedKeys<>();
    private final AtomicInteger depth = new AtomicInteger();
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicInteger normalInARow = new AtomicInteger();
    private final LongAdder adds = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder takes = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder workedNanos = new LongAdder();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private final Object timerLock = new Object();
    private @Nullable Cancellable timer;
    private volatile boolean shuttingDown;

    private WorkQueue(String name, Environment environment, RateLimiter<K> limiter, Runnable onReady) {
        this.name = name;
        this.environment = environment;
        this.limiter = limiter;
        this.onReady = onReady;
        timers = environment.serial("queue-" + name);
    }

    /**
     * A new queue.
     *
     * @param name for messages
     * @param limiter for {@link #addRateLimited}; not shared with another queue
     * @param onReady called after a key became ready, on whichever thread made it so; must be short and must not throw
     */
    public static <K> WorkQueue<K> create(
            String name, Environment environment, RateLimiter<K> limiter, Runnable onReady) {
        return new WorkQueue<>(name, environment, limiter, onReady);
    }

    /** Adds a key of a fresh change; see {@link #add(Object, Priority, long)}. */
    public boolean add(K key) {
        return add(key, Priority.NORMAL, 0);
    }

    /**
     * Adds a key to be processed. A key that already waits is not added again, but its priority may rise; one in progress is processed once more.
     *
     * @param priority of the key, if it isn't higher already
     * @param trigger the revision of the change that is the reason; 0 if there is none
     * @return false if the queue is shutting down and the key was dropped
     */
    public boolean add(K key, Priority priority, long trigger) {
        while (!shuttingDown) {
            Entry<K> entry = entryOf(key);
            Phase before;
            synchronized (entry) {
                before = entry.phase;
                if (before == Phase.FRESH && !admit(entry)) {
                    return false;
                }
                if (before != Phase.GONE) {
                    entry.triggeredBy(trigger);
                    addTo(entry, before, priority);
                }
            }
            if (before != Phase.GONE) {
                if (before == Phase.FRESH) {
                    onReady.run();
                }
                return true;
            }
        }
        return false;
    }

    private Entry<K> entryOf(K key) {
        Entry<K> known = entries.get(key);
        if (known != null) {
            return known;
        }
        Entry<K> fresh = new Entry<>(key);
        Entry<K> other = entries.putIfAbsent(key, fresh);
        return other == null ? fresh : other;
    }

    private boolean admit(Entry<K> entry) {
        live.incrementAndGet();
        if (!shuttingDown) {
            return true;
        }
        remove(entry);
        return false;
    }

    private void addTo(Entry<K> entry, Phase phase, Priority priority) {
        boolean raised = priority.compareTo(entry.priority) > 0;
        if (phase == Phase.FRESH) {
            entry.priority = priority;
            makeReady(entry);
        } else if (phase == Phase.PROCESSING) {
            entry.phase = Phase.DIRTY;
            entry.priority = priority;
        } else if (raised) {
            entry.priority = priority;
            if (phase == Phase.READY && entry.place != null) {
                standInLine(entry, entry.place.since());
            }
        }
    }

    private void makeReady(Entry<K> entry) {
        entry.phase = Phase.READY;
        standInLine(entry, environment.nanoTime());
        depth.incrementAndGet();
        adds.increment();
    }

    private void standInLine(Entry<K> entry, long since) {
        Place<K> place = new Place<>(entry, entry.priority, since);
        entry.place = place;
        (entry.priority == Priority.LOW ? low : normal).add(place);
    }

    /**
     * Takes the key that is next; to be followed by {@link #done}.
     *
     * @return the key, or {@code null} if none is ready
     */
    public @Nullable K tryTake() {
        for (Place<K> place = poll(); place != null; place = poll()) {
            Entry<K> entry = place.entry();
            synchronized (entry) {
                if (entry.place == place) {
                    take(entry, place);
                    return entry.key;
                }
            }
        }
        return null;
    }

    private @Nullable Place<K> poll() {
        if (normalInARow.get() >= LOW_WAITS_FOR) {
            Place<K> place = low.poll();
            if (place != null) {
                return place;
            }
        }
        Place<K> place = normal.poll();
        return place != null ? place : low.poll();
    }

    private void take(Entry<K> entry, Place<K> place) {
        depth.decrementAndGet();
        if (place.priority() == Priority.LOW || low.isEmpty()) {
            normalInARow.set(0);
        } else {
            normalInARow.incrementAndGet();
        }
        long now = environment.nanoTime();
        takes.increment();
        waitedNanos.add(now - place.since());
        entry.place = null;
        entry.phase = Phase.PROCESSING;
        entry.startedAt = now;
        entry.takeTriggers();
    }

    /** Says that the work on a key has ended; one that was added meanwhile is ready again. A key that isn't in progress is left as it is. */
    public void done(K key) {
        Entry<K> entry = entries.get(key);
        if (entry == null) {
            return;
        }
        boolean again;
        synchronized (entry) {
            again = entry.phase == Phase.DIRTY;
            if (!again && entry.phase != Phase.PROCESSING) {
                return;
            }
            workedNanos.add(environment.nanoTime() - entry.startedAt);
            if (again) {
                makeReady(entry);
            } else {
                remove(entry);
            }
        }
        if (again) {
            onReady.run();
        }
    }

    private void remove(Entry<K> entry) {
        entry.phase = Phase.GONE;
        entries.remove(entry.key, entry);
        if (live.decrementAndGet() == 0 && shuttingDown) {
            drained.complete(null);
        }
    }

    /** Adds a key after a delay, or at once if that isn't positive. A key that waits for an earlier time keeps that; one whose turn comes anyway is processed again at this time. */
    public void addAfter(K key, Duration delay) {
        if (delay.isNegative() || delay.isZero()) {
            add(key);
            return;
        }
        Duration bounded = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        if (!shuttingDown && delayed.offer(key, environment.nanoTime() + bounded.toNanos())) {
            setTimer();
        }
    }

    /** Adds a key after the delay that the limiter says; counts a failure. */
    public void addRateLimited(K key) {
        retries.increment();
        addAfter(key, limiter.delay(key, environment.nanoTime()));
    }

    private void setTimer() {
        synchronized (timerLock) {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
            if (shuttingDown) {
                delayed.clear();
                return;
            }
            long nanos = delayed.nanosUntilFirst(environment.nanoTime());
            if (nanos >= 0) {
                timer = environment.schedule(Duration.ofNanos(nanos), timers, this::addDue);
            }
        }
    }

    private void addDue() {
        delayed.takeDue(environment.nanoTime()).forEach(this::add);
        setTimer();
    }

    /** Resets the failures of a key. */
    public void forget(K key) {
        limiter.forget(key);
    }

    /** How many failures of the key the limiter has counted. */
    public int failures(K key) {
        return limiter.failures(key);
    }

    /** The revisions that made a key ready which is now in progress: the first and the newest, at most {@value Entry#MAX_TRIGGERS}. */
    public List<Long> triggers(K key) {
        Entry<K> entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        synchronized (entry) {
            return entry.taken();
        }
    }

    /** Where a key is at this moment. */
    public KeyProgress progress(K key) {
        long now = environment.nanoTime();
        long nanos = delayed.nanosUntil(key, now);
        Optional<Duration> due = nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
        Entry<K> entry = entries.get(key);
        if (entry == null) {
            return new KeyProgress(KeyProgress.Phase.ABSENT, Duration.ZERO, due);
        }
        synchronized (entry) {
            return switch (entry.phase) {
                case READY ->
                    new KeyProgress(
                            KeyProgress.Phase.READY,
                            Duration.ofNanos(entry.place == null ? 0 : now - entry.place.since()),
                            due);
                case PROCESSING ->
                    new KeyProgress(KeyProgress.Phase.PROCESSING, Duration.ofNanos(now - entry.startedAt), due);
                case DIRTY ->
                    new KeyProgress(
                            KeyProgress.Phase.PROCESSING_AND_ADDED, Duration.ofNanos(now - entry.startedAt), due);
                case FRESH, GONE -> new KeyProgress(KeyProgress.Phase.ABSENT, Duration.ZERO, due);
            };
        }
    }

    /**
     * Lets nothing more in and drops what is delayed; what is ready can still be taken, and a key that was added while in progress is ready once more when it is done.
     *
     * @return complete when nothing is ready or in progress any more
     */
    public CompletionStage<Void> shutDown() {
        shuttingDown = true;
        setTimer();
        if (live.get() == 0) {
            drained.complete(null);
        }
        return drained.minimalCompletionStage();
    }

    /** Whether {@link #shutDown} was called; nothing comes then after what {@link #tryTake} still gives. */
    public boolean isShuttingDown() {
        return shuttingDown;
    }

    /** How many keys are ready. */
    public int depth() {
        return Math.max(0, depth.get());
    }

    /** What this queue has done and holds. Costs a walk over the keys that wait or are in progress. */
    public QueueMetrics metrics() {
        long now = environment.nanoTime();
        int processing = 0;
        long unfinished = 0;
        long longest = 0;
        for (Entry<K> entry : entries.values()) {
            synchronized (entry) {
                if (entry.phase == Phase.PROCESSING || entry.phase == Phase.DIRTY) {
                    processing++;
                    unfinished += now - entry.startedAt;
                    longest = Math.max(longest, now - entry.startedAt);
                }
            }
        }
        return new QueueMetrics(
                depth(),
                processing,
                delayed.size(),
                adds.sum(),
                retries.sum(),
                takes.sum(),
                Duration.ofNanos(waitedNanos.sum()),
                Duration.ofNanos(workedNanos.sum()),
                Duration.ofNanos(unfinished),
                Duration.ofNanos(longest));
    }

    @Override
    public String toString() {
        QueueMetrics now = metrics();
        return "queue " + name + ": " + now.depth() + " ready, " + now.processing() + " in progress, " + now.delayed()
                + " delayed" + (shuttingDown ? ", shutting down" : "");
    }
}
