package io.coxswain.scheduling.queue;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.resource.ResourceKey;
import io.coxswain.scheduling.framework.QueuedPod;
import io.coxswain.scheduling.framework.SchedulerPlugin.QueueSort;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pods that wait for a node. A pod is in one of: ready, in the order of the queue sort; backing off until a time; unschedulable until something changes in the cluster or so much time has passed;
 * or in flight, taken by a cycle.
 *
 * <p>Not thread-safe: it belongs to the scheduler's serial executor. Takes the time as an argument, in nanoseconds of {@code Environment.nanoTime()}; O(log n) but for {@link #moveAll}.
 */
public final class SchedulingQueue {
    /** No pod stays unschedulable for longer, since the events that wake it can miss a reason (Kubernetes: 5 min). */
    public static final long UNSCHEDULABLE_LIMIT_NANOS = 5L * 60 * 1_000_000_000;

    /** In place of a number of moves: what the cycle finds doesn't hold for the pod as it is now. */
    private static final long OUTDATED = -1;

    private final Backoff backoff;
    private final TreeSet<QueuedPod> ready;
    private final Map<ResourceKey, QueuedPod> readyByKey = new LinkedHashMap<>();
    private final Map<ResourceKey, Waiting> backingOff = new LinkedHashMap<>();
    private final TreeMap<Moment, ResourceKey> dueTimes = new TreeMap<>();
    private final Map<ResourceKey, Waiting> unschedulable = new LinkedHashMap<>();
    private final Map<ResourceKey, InFlight> inFlight = new LinkedHashMap<>();
    private long sequence;
    private long moves;

    /** A pod that waits: until this moment when it backs off, since it when it is unschedulable. */
    private record Waiting(QueuedPod pod, Moment moment) {}

    /** A pod that a cycle has taken, and how many moves there had been then. */
    private record InFlight(QueuedPod pod, long moves) {}

    private record Moment(long nanos, long sequence) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /** An empty queue. */
    public SchedulingQueue(QueueSort sort, Backoff backoff) {
        this.backoff = backoff;
        Comparator<QueuedPod> order = sort::compare;
        ready = new TreeSet<>(order.thenComparing(QueuedPod::sequence));
    }

    /** A pod is to be scheduled, or has changed while it waits: it is tried at once; one that a cycle has is tried again after a back-off should it fit nowhere. */
    public void add(Pod pod) {
        ResourceKey key = pod.key();
        InFlight taken = inFlight.get(key);
        if (taken != null) {
            inFlight.put(key, new InFlight(withPod(taken.pod(), pod), OUTDATED));
            return;
        }
        QueuedPod known = take(key);
        putReady(known == null ? new QueuedPod(pod, sequence++, 0) : withPod(known, pod));
    }

    /** A pod that waits has changed in a way that doesn't matter for its place: later cycles see it as it is now. */
    public void refresh(Pod pod) {
        ResourceKey key = pod.key();
        if (inFlight.containsKey(key)) {
            inFlight.computeIfPresent(key, (same, taken) -> new InFlight(withPod(taken.pod(), pod), taken.moves()));
        } else if (readyByKey.containsKey(key)) {
            QueuedPod waiting = take(key);
            if (waiting != null) {
                putReady(withPod(waiting, pod));
            }
        } else {
            backingOff.computeIfPresent(key, (same, off) -> new Waiting(withPod(off.pod(), pod), off.moment()));
            unschedulable.computeIfPresent(key, (same, off) -> new Waiting(withPod(off.pod(), pod), off.moment()));
        }
    }

    /** A pod needs no node any more: it is bound, deleted or has ended. */
    public void remove(ResourceKey key) {
        take(key);
        inFlight.remove(key);
    }

    /** Whether the pod waits or is in flight. */
    public boolean contains(ResourceKey key) {
        return readyByKey.containsKey(key)
                || backingOff.containsKey(key)
                || unschedulable.containsKey(key)
                || inFlight.containsKey(key);
    }

    /** Takes the next pod for a cycle, or returns {@code null} if none is ready. */
    public @Nullable QueuedPod next() {
        QueuedPod first = ready.pollFirst();
        if (first == null) {
            return null;
        }
        readyByKey.remove(first.pod().key());
        QueuedPod tried = new QueuedPod(first.pod(), first.sequence(), first.attempts() + 1);
        inFlight.put(first.pod().key(), new InFlight(tried, moves));
        return tried;
    }

    /** A pod that was taken has its node. */
    public void placed(ResourceKey key) {
        inFlight.remove(key);
    }

    /** A pod that was taken fits nowhere: it waits until the cluster changes; if that happened meanwhile it only backs off. */
    public void unschedulable(ResourceKey key, long now) {
        InFlight taken = inFlight.remove(key);
        if (taken == null) {
            return;
        }
        if (taken.moves() != moves) {
            putBackoff(taken.pod(), now);
        } else {
            unschedulable.put(key, new Waiting(taken.pod(), new Moment(now, sequence++)));
        }
    }

    /** The cycle of a pod that was taken failed: it backs off. */
    public void failed(ResourceKey key, long now) {
        InFlight taken = inFlight.remove(key);
        if (taken != null) {
            putBackoff(taken.pod(), now);
        }
    }

    /** The cluster has changed so that pods which fit nowhere may fit now: they back off for what is left of their wait. */
    public void moveAll(long now) {
        moves++;
        for (Map.Entry<ResourceKey, Waiting> entry : List.copyOf(unschedulable.entrySet())) {
            move(entry.getKey(), entry.getValue(), now);
        }
    }

    private void move(ResourceKey key, Waiting waiting, long now) {
        unschedulable.remove(key);
        long since = waiting.moment().nanos();
        if (now - since >= backoff.after(waiting.pod().attempts()).toNanos()) {
            putReady(waiting.pod());
        } else {
            putBackoff(waiting.pod(), since);
        }
    }

    /** Makes ready whose back-off is over, and wakes what has been unschedulable for too long. */
    public void advance(long now) {
        while (!dueTimes.isEmpty() && dueTimes.firstKey().nanos() - now <= 0) {
            Waiting waiting = backingOff.remove(dueTimes.pollFirstEntry().getValue());
            if (waiting != null) {
                putReady(waiting.pod());
            }
        }
        for (Map.Entry<ResourceKey, Waiting> oldest = oldestUnschedulable();
                oldest != null && now - oldest.getValue().moment().nanos() >= UNSCHEDULABLE_LIMIT_NANOS;
                oldest = oldestUnschedulable()) {
            move(oldest.getKey(), oldest.getValue(), now);
        }
    }

    /** They stand in the order in which they were found to be so. */
    private Map.@Nullable Entry<ResourceKey, Waiting> oldestUnschedulable() {
        Iterator<Map.Entry<ResourceKey, Waiting>> all = unschedulable.entrySet().iterator();
        return all.hasNext() ? all.next() : null;
    }

    /** When {@link #advance} has something to do; {@code null}: never, as things are. */
    public @Nullable Long nextDueNanos() {
        Long due = dueTimes.isEmpty() ? null : dueTimes.firstKey().nanos();
        Map.Entry<ResourceKey, Waiting> oldest = oldestUnschedulable();
        if (oldest == null) {
            return due;
        }
        long flush = oldest.getValue().moment().nanos() + UNSCHEDULABLE_LIMIT_NANOS;
        return due == null || flush - due < 0 ? Long.valueOf(flush) : due;
    }

    /** How many pods wait. */
    public Counts counts() {
        return new Counts(ready.size(), backingOff.size(), unschedulable.size());
    }

    /** How many pods wait in each part of the queue. */
    public record Counts(int ready, int backingOff, int unschedulable) {}

    private void putReady(QueuedPod pod) {
        ready.add(pod);
        readyByKey.put(pod.pod().key(), pod);
    }

    private void putBackoff(QueuedPod pod, long since) {
        Moment due = new Moment(since + backoff.after(pod.attempts()).toNanos(), sequence++);
        dueTimes.put(due, pod.pod().key());
        backingOff.put(pod.pod().key(), new Waiting(pod, due));
    }

    private @Nullable QueuedPod take(ResourceKey key) {
        QueuedPod waiting = readyByKey.remove(key);
        if (waiting != null) {
            ready.remove(waiting);
            return waiting;
        }
        Waiting off = backingOff.remove(key);
        if (off != null) {
            dueTimes.remove(off.moment());
            return off.pod();
        }
        Waiting stuck = unschedulable.remove(key);
        return stuck == null ? null : stuck.pod();
    }

    private static QueuedPod withPod(QueuedPod queued, Pod pod) {
        return new QueuedPod(pod, queued.sequence(), queued.attempts());
    }
}
