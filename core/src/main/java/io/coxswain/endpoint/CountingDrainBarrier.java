package io.coxswain.endpoint;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A barrier whose participants only count; everything that waits is looked at by steps on one serial executor.
 *
 * <p>Who touches what: {@code participants}, {@code counters} and {@code waiters} are guarded by {@code lock}, which is held
 * for look-ups only, never while foreign code runs. A participant's {@code applied} is an atomic that only grows; counters
 * are {@link OpenRequests}. The path of a request takes no lock, not even for the last request to an endpoint that has
 * gone, whose counter is left to a step in {@code finished}: a virtual thread that waits for a lock gives up its processor,
 * and where others compute on all of them it gets none back, neither to wake the barrier nor to hand the lock on.
 *
 * <p>Why no wake-up is lost: a step first marks the counters as watched and raises {@code waiting}, then reads revisions and
 * counts. {@code applied} writes its revision, then reads {@code waiting}; {@code ended} counts, then reads {@code watched}. All
 * of these are volatile, so of two that race at least one sees the other. A wake-up is one step, however many ask for it
 * while it hasn't begun.
 */
final class CountingDrainBarrier implements DrainBarrier {
    private final Environment environment;
    private final Executor serial;
    private final Object lock = new Object();
    private final Set<Member> participants = new LinkedHashSet<>();
    private final Map<ResourceKey, List<Counter>> counters = new LinkedHashMap<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private final Queue<OpenRequests> finished = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean stepDue = new AtomicBoolean();

    CountingDrainBarrier(Environment environment) {
        this.environment = environment;
        serial = environment.serial("drain-barrier");
    }

    @Override
    public Participant register(String name) {
        Member member = new Member(name);
        synchronized (lock) {
            participants.add(member);
        }
        return member;
    }

    @Override
    public CompletionStage<Drained> drained(ResourceKey pod, long revision, Duration bound) {
        Waiter waiter = new Waiter(pod, revision);
        synchronized (lock) {
            waiter.asked.addAll(participants);
            waiters.add(waiter);
            waiting.incrementAndGet();
            countersOf(pod).forEach(counter -> counter.requests.watch());
        }
        waiter.timer = environment.schedule(bound, serial, () -> end(waiter));
        wake();
        return waiter.result.minimalCompletionStage();
    }

    private void wake() {
        if (stepDue.compareAndSet(false, true)) {
            serial.execute(this::step);
        }
    }

    private void step() {
        stepDue.set(false);
        for (OpenRequests requests = finished.poll(); requests != null; requests = finished.poll()) {
            forget(requests);
        }
        List<Waiter> ready = new ArrayList<>();
        synchronized (lock) {
            for (Waiter waiter : waiters) {
                if (isDrained(waiter)) {
                    ready.add(waiter);
                }
            }
        }
        ready.forEach(this::end);
    }

    private boolean isDrained(Waiter waiter) {
        return appliedByAll(waiter) && open(waiter) == 0;
    }

    private static boolean appliedByAll(Waiter waiter) {
        return waiter.asked.stream().allMatch(member -> member.left || member.applied.get() >= waiter.revision);
    }

    private long open(Waiter waiter) {
        long open = 0;
        for (Counter counter : countersOf(waiter.pod)) {
            open += waiter.asked.contains(counter.member) ? counter.requests.open() : 0;
        }
        return open;
    }

    /** Answers a waiter as things are now; the second of two calls changes nothing. */
    private void end(Waiter waiter) {
        boolean complete;
        long open;
        synchronized (lock) {
            if (!waiters.remove(waiter)) {
                return;
            }
            waiting.decrementAndGet();
            open = open(waiter);
            complete = open == 0 && appliedByAll(waiter);
            if (waiters.stream().noneMatch(other -> other.pod.equals(waiter.pod))) {
                countersOf(waiter.pod).forEach(counter -> counter.requests.unwatch());
            }
        }
        Cancellable timer = waiter.timer;
        if (timer != null) {
            timer.cancel();
        }
        waiter.result.complete(new Drained(complete, (int) Math.min(open, Integer.MAX_VALUE)));
    }

    private List<Counter> countersOf(ResourceKey pod) {
        return counters.getOrDefault(pod, List.of());
    }

    private OpenRequests count(Member member, Endpoint endpoint) {
        OpenRequests requests = new OpenRequests(endpoint, this::changed);
        synchronized (lock) {
            if (!member.left) {
                counters.computeIfAbsent(endpoint.pod(), pod -> new ArrayList<>())
                        .add(new Counter(member, requests));
            }
            if (waiters.stream().anyMatch(waiter -> waiter.pod.equals(endpoint.pod()))) {
                requests.watch();
            }
        }
        return requests;
    }

    private void changed(OpenRequests requests) {
        boolean isFinished = requests.isFinished();
        if (isFinished) {
            finished.add(requests);
        }
        if (isFinished || waiting.get() > 0) {
            wake();
        }
    }

    private void forget(OpenRequests requests) {
        ResourceKey pod = requests.endpoint().pod();
        synchronized (lock) {
            List<Counter> known = counters.get(pod);
            if (known != null && known.removeIf(counter -> counter.requests == requests) && known.isEmpty()) {
                counters.remove(pod);
            }
        }
    }

    private final class Member implements Participant {
        private final String name;
        private final AtomicLong applied = new AtomicLong();
        private volatile boolean left;

        Member(String name) {
            this.name = name;
        }

        @Override
        public void applied(long revision) {
            applied.accumulateAndGet(revision, Math::max);
            if (waiting.get() > 0) {
                wake();
            }
        }

        @Override
        public OpenRequests count(Endpoint endpoint) {
            return CountingDrainBarrier.this.count(this, endpoint);
        }

        @Override
        public void close() {
            synchronized (lock) {
                left = true;
                participants.remove(this);
                counters.values().forEach(known -> known.removeIf(counter -> counter.member == this));
                counters.values().removeIf(List::isEmpty);
            }
            wake();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record Counter(Member member, OpenRequests requests) {}

    private static final class Waiter {
        final ResourceKey pod;
        final long revision;
        final Set<Member> asked = new LinkedHashSet<>();
        final CompletableFuture<Drained> result = new CompletableFuture<>();
        volatile @Nullable Cancellable timer;

        Waiter(ResourceKey pod, long revision) {
            this.pod = pod;
            this.revision = revision;
        }
    }
}
