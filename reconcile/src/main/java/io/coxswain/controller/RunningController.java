package io.coxswain.controller;

import io.coxswain.client.AsyncClient;
import io.coxswain.environment.Environment;
import io.coxswain.error.ConflictException;
import io.coxswain.event.EventRecorder;
import io.coxswain.informer.HandlerRegistration;
import io.coxswain.informer.Informers;
import io.coxswain.metrics.MetricsSink;
import io.coxswain.queue.KeyProgress;
import io.coxswain.queue.WorkQueue;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A controller at work: its queue, its workers, what it has written.
 *
 * <p>A worker is a task that takes keys, one after another, and hands itself over again if there are still more after many; {@code working} counts them, and never exceeds the concurrency. Whoever
 * makes a key ready calls {@link #onReady}, and a worker that leaves looks at the queue once more after it has counted itself out, so no ready key stays without a worker. A key whose caches are
 * behind is parked: it stays in progress in the queue, so nobody else takes it, but holds no worker; whoever removes it from {@code parked} decides what becomes of it.
 *
 * <p>From a change to its reconcile there are two threads to be woken: the informer's step, after which the one that finds the keys runs on the same thread unless users' code has to be asked, and
 * a worker.
 */
final class RunningController<R extends Resource<R>> {
    /** So long a call takes rarely, unless it is stuck. */
    private static final Duration STUCK_AFTER = Duration.ofMinutes(1);
    /** Of each sort, in the text for people. */
    private static final int MOST_SHOWN = 5;
    /** So often another write comes between; a conflict that stays is of another sort, such as a field that another manager has. */
    private static final int CONFLICTS_IN_A_ROW = 4;
    /** Enough to make the hand-over of a worker cheap beside them. */
    private static final int KEYS_IN_A_ROW = 64;

    private final ControllerSpec<R> spec;
    private final Environment environment;
    private final Executor workers;
    private final Logger log;
    private final WorkQueue<ResourceKey> queue;
    private final ControllerCaches caches;
    private final Freshness freshness;
    private final KeyReconciler<R> reconciler;
    private final ReconcileContext.Parts<R> parts;
    private final List<HandlerRegistration> handlers = new ArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private final int keysInARow;
    private final ConcurrentHashMap<ResourceKey, Boolean> parked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<ResourceKey> resumed = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<ResourceKey, RunningCall> running = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ResourceKey, String> failing = new ConcurrentHashMap<>();
    private final MapperFailures mappers = new MapperFailures();
    private final RecentRuns runs = new RecentRuns();
    private final ControllerMeters meters;
    private final Executor timers;
    private volatile boolean started;
    private volatile boolean paused;
    private volatile boolean stopping;

    /** A controller whose caches are declared and whose reconciler is made, so that what is wrong with it shows before anybody waits for it. */
    record Prepared<R extends Resource<R>>(
            ControllerSpec<R> spec, ControllerCaches caches, KeyReconciler<R> reconciler) {
        static <R extends Resource<R>> Prepared<R> of(ControllerSpec<R> spec, Informers shared) {
            return new Prepared<>(spec, new ControllerCaches(spec, shared), spec.newReconciler());
        }
    }

    RunningController(Prepared<R> prepared, AsyncClient client, Environment environment, MetricsSink metrics) {
        spec = prepared.spec();
        caches = prepared.caches();
        reconciler = prepared.reconciler();
        this.environment = environment;
        log = environment.logger("io.coxswain.controller." + spec.name());
        workers = environment.workers("controller-" + spec.name(), spec.concurrency());
        keysInARow = environment.parallelism() == 1 ? 1 : KEYS_IN_A_ROW; // each key in a task that a simulation chooses
        queue = WorkQueue.create(spec.name(), environment, spec.newRateLimiter(), this::onReady);
        timers = environment.serial("controller-" + spec.name());
        meters = new ControllerMeters(spec.name(), spec.concurrency(), queue, metrics);
        freshness = new Freshness(client, environment, spec, caches);
        EventRecorder events = EventRecorder.create(client, environment, spec.name());
        parts = new ReconcileContext.Parts<>(spec, client, environment, caches, freshness.writes(), events, log);
    }

    String name() {
        return spec.name();
    }

    /** Begins to reconcile; the caches must have synced. */
    void start() {
        started = true;
        Executor steps = environment.serial("controller-" + spec.name() + "-events");
        Executor users = environment.workers("controller-" + spec.name() + "-mappers", 1);
        for (Source<?> source : spec.sources()) {
            subscribe(source, source.asksUsers() ? users : steps);
        }
        onReady();
    }

    private <T extends Resource<T>> void subscribe(Source<T> source, Executor events) {
        handlers.add(caches.of(source.kind())
                .addHandler(events, new SourceHandler<>(source, caches, queue, spec.name(), mappers, log)));
    }

    /** Begins no further reconcile until {@link #resume()}; changes are still noted. */
    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        onReady();
    }

    /** Reconciles a resource though nothing changed. */
    void trigger(ResourceKey key) {
        queue.add(key);
    }

    private void onReady() {
        for (int now = working.get(); mayWork() && now < spec.concurrency() && hasWork(); now = working.get()) {
            if (working.compareAndSet(now, now + 1)) {
                workers.execute(this::work);
                return;
            }
        }
    }

    /** Even a paused one lets go of its keys when it stops. */
    private boolean mayWork() {
        return started && (!paused || stopping);
    }

    private boolean hasWork() {
        return queue.hasReady() || !resumed.isEmpty();
    }

    private void work() {
        try {
            for (int i = 0; i < keysInARow && mayWork(); i++) {
                if (!workOnOne()) {
                    break;
                }
            }
        } finally {
            if (mayWork() && hasWork()) {
                workers.execute(this::work);
            } else {
                working.decrementAndGet();
                onReady();
            }
        }
    }

    /** Whether there was one. */
    private boolean workOnOne() {
        ResourceKey key = resumed.poll();
        if (key == null) {
            key = queue.tryTake();
        }
        if (key == null) {
            return false;
        }
        if (stopping) {
            queue.done(key);
        } else if (spec.waitsForCaches() && !freshness.isFresh(key)) {
            park(key);
        } else {
            reconcile(key);
        }
        return true;
    }

    private void park(ResourceKey key) {
        parked.put(key, true);
        freshness.await(key).whenComplete((any, failure) -> {
            if (parked.remove(key) == null) {
                return;
            }
            if (failure == null) {
                resumed.add(key);
                onReady();
            } else {
                stayedStale(key, failure);
            }
        });
        if (stopping) {
            release(key);
        }
    }

    private void stayedStale(ResourceKey key, Throwable failure) {
        meters.stayedStale();
        failing.put(key, message(failure));
        log.atError()
                .addKeyValue("controller", spec.name())
                .addKeyValue("key", key)
                .setCause(failure)
                .log("The caches didn't see the controller's own writes in time; trying again later");
        queue.addRateLimited(key);
        queue.done(key);
    }

    private void reconcile(ResourceKey key) {
        ReconcileContext<R> context = new ReconcileContext<>(parts, key, queue.failures(key) + 1, queue.triggers(key));
        RunningCall call = RunningCall.begin(context, spec.timeout(), environment, timers);
        String result = "failed";
        running.put(key, call);
        try {
            Outcome outcome = given(reconciler.reconcile(key, context.begin(), context));
            Optional<ConflictException> overtaken = context.commit();
            context.close();
            result = overtaken.isPresent() ? overtaken(key, overtaken.get()) : settle(key, outcome);
        } catch (Exception e) {
            context.close();
            result = failed(key, call.isOverdue() ? overdue(key, e) : e);
        } catch (Error e) {
            context.close();
            result = failed(key, e);
            throw e;
        } finally {
            running.remove(key);
            RecentRuns.Run run = call.end(spec.name(), result);
            runs.add(run);
            meters.ended(Duration.ofNanos(run.tookNanos()));
            queue.done(key);
        }
    }

    private Exception overdue(ResourceKey key, Exception failure) {
        return new IllegalStateException(
                spec + ": the reconcile of " + key + " took longer than " + spec.timeout() + " and was interrupted",
                failure);
    }

    private Outcome given(@Nullable Outcome outcome) {
        if (outcome == null) {
            throw new IllegalStateException("the reconciler of controller " + spec.name()
                    + " returned null: return Outcome.done(), again(...) or retryWithBackoff(...)");
        }
        return outcome;
    }

    /** Nothing was written, and nothing is wrong. */
    private String overtaken(ResourceKey key, ConflictException by) {
        meters.overtaken();
        log.atDebug()
                .addKeyValue("key", key)
                .addKeyValue("conflict", by.getMessage())
                .log("A serializable reconcile was overtaken; doing it again");
        queue.addRateLimited(key);
        return "overtaken: " + by.getMessage();
    }

    private String settle(ResourceKey key, Outcome outcome) {
        if (outcome instanceof Outcome.Retry retry) {
            meters.retried();
            failing.put(key, retry.reason());
            log.atDebug()
                    .addKeyValue("key", key)
                    .addKeyValue("reason", retry.reason())
                    .log("Not yet; trying again later");
            queue.addRateLimited(key);
            return "retry: " + retry.reason();
        }
        queue.forget(key);
        failing.remove(key);
        if (outcome instanceof Outcome.Again again) {
            meters.requeuedAfter();
            queue.addAfter(key, again.after());
            return "again after " + again.after().toMillis() + " ms";
        }
        return "done";
    }

    private String failed(ResourceKey key, Throwable failure) {
        meters.failed();
        failing.put(key, message(failure));
        if (failure instanceof TerminalException) {
            meters.failedForGood();
            queue.forget(key);
            logFailure(key, failure, "Reconcile failed for good; it is tried again when something changes");
            return "failed for good: " + message(failure);
        }
        if (failure instanceof ConflictException && queue.failures(key) < CONFLICTS_IN_A_ROW) {
            log.atDebug()
                    .addKeyValue("key", key)
                    .addKeyValue("conflict", failure.getMessage())
                    .log("Reconcile met another write; trying again");
        } else if (!stopping) {
            logFailure(key, failure, "Reconcile failed; trying again later");
        }
        queue.addRateLimited(key);
        return "failed: " + message(failure);
    }

    private void logFailure(ResourceKey key, Throwable failure, String text) {
        log.atError()
                .addKeyValue("controller", spec.name())
                .addKeyValue("key", key)
                .addKeyValue("attempt", queue.failures(key) + 1)
                .setCause(failure)
                .log(text);
    }

    private static String message(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /**
     * Takes no more keys, and lets those calls end that are under way.
     *
     * @return complete when none is under way any more
     */
    CompletionStage<Void> stop() {
        stopping = true;
        handlers.forEach(HandlerRegistration::close);
        CompletionStage<Void> drained = queue.shutDown();
        parked.keySet().forEach(this::release);
        started = true;
        onReady();
        return drained;
    }

    private void release(ResourceKey key) {
        if (parked.remove(key) != null) {
            queue.done(key);
        }
    }

    /** Refuses further writes to the calls that are still under way, interrupts them, and says which they are. */
    List<ResourceKey> abandon() {
        List<ResourceKey> keys = new ArrayList<>();
        running.forEach((key, call) -> {
            keys.add(key);
            call.abandon();
        });
        Collections.sort(keys);
        return keys;
    }

    /** How many keys are known to need work. */
    int waiting() {
        return queue.depth() + parked.size();
    }

    /** What goes wrong, in words. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        if (paused) {
            troubles.add("paused");
        }
        callsSince(STUCK_AFTER)
                .forEach(call -> troubles.add("reconciles " + call + ": if it blocks for ever, bound it by .timeout("
                        + "...) where the controller is made"));
        troubles.addAll(mappers.all());
        if (!failing.isEmpty()) {
            new TreeMap<>(failing).forEach((key, failure) -> troubles.add(key + ": " + failure));
        }
        return troubles;
    }

    /** The changes that a mapper or a predicate threw for, and with what. */
    List<String> mapperFailures() {
        return mappers.all();
    }

    /** Those that are at least so old, the oldest first. */
    private List<RunningCall> callsSince(Duration least) {
        if (running.isEmpty()) {
            return List.of();
        }
        return running.values().stream()
                .filter(call -> call.age().compareTo(least) >= 0)
                .sorted(Comparator.comparing(RunningCall::age).reversed())
                .toList();
    }

    ControllerMetrics metrics() {
        return meters.read();
    }

    /** The controller's metrics are collected no more. */
    void forget() {
        meters.close();
    }

    /** What happens to one resource. */
    KeyState explain(ResourceKey key) {
        KeyProgress progress = queue.progress(key);
        boolean waits = parked.containsKey(key);
        KeyState.Phase phase = waits
                ? KeyState.Phase.WAITING_FOR_CACHES
                : switch (progress.phase()) {
                    case ABSENT -> KeyState.Phase.IDLE;
                    case READY -> KeyState.Phase.READY;
                    case PROCESSING -> KeyState.Phase.RUNNING;
                    case PROCESSING_AND_ADDED -> KeyState.Phase.RUNNING_AND_CHANGED;
                };
        return new KeyState(
                spec.name(),
                key,
                phase,
                phase == KeyState.Phase.IDLE ? Optional.empty() : Optional.of(progress.since()),
                progress.due(),
                waits
                        ? freshness.describeBehind(key)
                        : phase == KeyState.Phase.READY ? busyWith(progress.ahead()) : List.of(),
                queue.failures(key),
                Optional.ofNullable(failing.get(key)),
                queue.triggers(key),
                runs.of(key, environment.nanoTime()));
    }

    /** What keeps a key from a worker. */
    private List<String> busyWith(OptionalInt ahead) {
        List<String> reasons = new ArrayList<>();
        if (paused) {
            reasons.add("the controller is paused");
        }
        ahead.ifPresent(keys -> reasons.add(keys + (keys == 1 ? " key is" : " keys are") + " before it"));
        reasons.add(queue.depth() + (queue.depth() == 1 ? " key is" : " keys are") + " ready for " + spec.concurrency()
                + (spec.concurrency() == 1 ? " worker" : " workers"));
        callsSince(Duration.ZERO).forEach(call -> reasons.add("at work on " + call));
        return reasons;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(spec)
                .append(paused ? ": paused: " : ": ")
                .append(queue)
                .append(", ")
                .append(parked.size())
                .append(" waiting for caches, ")
                .append(failing.size())
                .append(" failing");
        callsSince(Duration.ZERO).stream()
                .limit(MOST_SHOWN)
                .forEach(call -> text.append("\n    reconciles ").append(call));
        parked.keySet().stream()
                .sorted()
                .limit(MOST_SHOWN)
                .forEach(key -> text.append("\n    ").append(key).append(": ").append(freshness.describeBehind(key)));
        return text.toString();
    }
}
