package io.coxswain.queue;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A queue of keys, each of which is processed by one worker at a time: added n times while it waits, it is processed once; added while it is processed, it is processed once more afterwards;
 * no add is lost. The rules are those of client-go's {@code util/workqueue}.
 *
 * <p>No call blocks. A listener given at the start is told whenever a key becomes ready; it lets a worker call {@link #tryTake}, and after the work {@link #done}. Among keys of equal priority
 * the first come is served first; a low one that heads its line is served after at most {@value #LOW_WAITS_FOR} normal ones (and one more per worker that takes at the same moment).
 *
 * <p>Any thread may call anything; {@link ReadyKeys} tells how that holds together. Adding, taking and being done take constant time, {@link #addAfter} logarithmic in the number of delayed keys.
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
    private final Executor timers;
    private final ReadyKeys<K> keys;
    private final DelayedKeys<K> delayed = new DelayedKeys<>();
    private final LongAdder retries = new LongAdder();
    private final Object timerLock = new Object();
    private @Nullable Cancellable timer;

    private WorkQueue(String name, Environment environment, RateLimiter<K> limiter, Runnable onReady) {
        this.name = name;
        this.environment = environment;
        this.limiter = limiter;
        keys = new ReadyKeys<>(environment::nanoTime, environment.parallelism(), onReady);
        timers = environment.serial("queue-" + name);
    }

    /**
     * A new queue.
     *
     * @param name for messages
     * @param limiter for {@link #addRateLimited}; not shared with another queue
     * @param onReady called after a key became ready or its priority rose, on whichever thread made it so; must be short and must not throw
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
        return keys.add(key, priority, trigger);
    }

    /**
     * Takes the key that is next; to be followed by {@link #done}.
     *
     * @return the key, or {@code null} if none is ready
     */
    public @Nullable K tryTake() {
        return keys.tryTake();
    }

    /** Says that the work on a key has ended; one that was added meanwhile is ready again. A key that isn't in progress is left as it is. */
    public void done(K key) {
        keys.done(key);
    }

    /** Adds a key after a delay, or at once if that isn't positive. A key that waits for an earlier time keeps that; one whose turn comes anyway is processed again at this time. */
    public void addAfter(K key, Duration delay) {
        if (delay.isNegative() || delay.isZero()) {
            add(key);
            return;
        }
        Duration bounded = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        if (!keys.isShuttingDown() && delayed.offer(key, environment.nanoTime() + bounded.toNanos())) {
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
            if (keys.isShuttingDown()) {
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
        Entry<K> entry = keys.find(key);
        return entry == null ? List.of() : entry.taken();
    }

    /** Where a key is at this moment. For people: takes time linear in the number of keys that are ready. */
    public KeyProgress progress(K key) {
        long now = environment.nanoTime();
        long nanos = delayed.nanosUntil(key, now);
        Optional<Duration> due = nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
        Entry<K> entry = keys.find(key);
        if (entry == null) {
            return new KeyProgress(KeyProgress.Phase.ABSENT, Duration.ZERO, due, OptionalInt.empty());
        }
        Duration since = Duration.ofNanos(Math.max(0, now - entry.sinceOpaque()));
        int ahead = keys.ahead(entry);
        if (ahead >= 0) {
            return new KeyProgress(KeyProgress.Phase.READY, since, due, OptionalInt.of(ahead));
        }
        KeyProgress.Phase phase = switch (Entry.phase(entry.state())) {
            case Entry.READY -> KeyProgress.Phase.READY;
            case Entry.PROCESSING -> KeyProgress.Phase.PROCESSING;
            case Entry.DIRTY -> KeyProgress.Phase.PROCESSING_AND_ADDED;
            default -> KeyProgress.Phase.ABSENT;
        };
        return new KeyProgress(phase, since, due, OptionalInt.empty());
    }

    /**
     * Lets nothing more in and drops what is delayed; what is ready can still be taken, and a key that was added while in progress is ready once more when it is done.
     *
     * @return complete when nothing is ready or in progress any more
     */
    public CompletionStage<Void> shutDown() {
        CompletionStage<Void> drained = keys.shutDown();
        setTimer();
        return drained;
    }

    /** Whether {@link #shutDown} was called; nothing comes then after what {@link #tryTake} still gives. */
    public boolean isShuttingDown() {
        return keys.isShuttingDown();
    }

    /**
     * Whether {@link #tryTake} may find a key. For a worker that is about to leave: if it says so first and asks this afterwards, and whoever is told that a key became ready looks whether there is a
     * worker, no key stays. {@link #depth} would let it come back in vain, again and again, while a thread that adds a key is held up.
     */
    public boolean hasReady() {
        return keys.hasReady();
    }

    /** How many keys are ready, or about to be. */
    public int depth() {
        return keys.depth();
    }

    /** What this queue has done and holds. Costs a walk over the keys that wait or are in progress. */
    public QueueMetrics metrics() {
        long now = environment.nanoTime();
        int processing = 0;
        long unfinished = 0;
        long longest = 0;
        for (Entry<K> entry : keys.all()) {
            int phase = Entry.phase(entry.state());
            if (phase == Entry.PROCESSING || phase == Entry.DIRTY) {
                long nanos = Math.max(0, now - entry.sinceOpaque());
                processing++;
                unfinished += nanos;
                longest = Math.max(longest, nanos);
            }
        }
        return new QueueMetrics(
                depth(),
                processing,
                delayed.size(),
                keys.sum(Counts.ADDS),
                retries.sum(),
                keys.sum(Counts.TAKES),
                Duration.ofNanos(keys.sum(Counts.WAITED_NANOS)),
                Duration.ofNanos(keys.sum(Counts.WORKED_NANOS)),
                Duration.ofNanos(unfinished),
                Duration.ofNanos(longest));
    }

    @Override
    public String toString() {
        QueueMetrics now = metrics();
        return "queue " + name + ": " + now.depth() + " ready, " + now.processing() + " in progress, " + now.delayed()
                + " delayed" + (keys.isShuttingDown() ? ", shutting down" : "");
    }
}
