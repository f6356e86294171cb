package io.coxswain.controller;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Client;
import io.coxswain.election.ElectionListener;
import io.coxswain.election.ElectionTimings;
import io.coxswain.election.LeaderElector;
import io.coxswain.election.Leadership;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informer;
import io.coxswain.informer.InformerState;
import io.coxswain.informer.Informers;
import io.coxswain.metrics.MetricsSink;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Runs controllers over shared caches: first the caches are filled, then, if it takes part in an election, it waits to lead, then the controllers begin; it ends in the opposite order.
 *
 * <pre>{@code
 * try (Manager manager = Manager.builder(client, environment).add(WebsiteReconciler.controller()).build()) {
 *     manager.start();
 *     ...
 * }
 * }</pre>
 *
 * <p>With {@link Builder#leaderElection} several managers, in one JVM or many, may run the same controllers: one leads, the others stand by with filled caches. Every write of a leader's controllers
 * carries its lease as a precondition, so the store refuses what a deposed leader still sends. A manager that loses its lease ends.
 *
 * <p>Thread-safe. Only {@link #close()} blocks. A manager runs once; its end has a reason, see {@link #stopped()}.
 */
public final class Manager implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Client client;
    private final Environment environment;
    private final Logger log;
    private final Duration stopLimit;
    private final Executor serial;
    private final Informers informers;
    private final Map<String, ControllerSpec<?>> specs;
    private final @Nullable LeaderElector elector;
    private final MetricsSink metrics;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Stopped> stopped = new CompletableFuture<>();
    private volatile Health.State state = Health.State.NEW;
    private volatile Map<String, RunningController<?>> controllers = Map.of();

    /** The steps' own. */
    private List<RunningController.Prepared<?>> prepared = List.of();

    private Manager(Builder builder) {
        client = builder.client;
        environment = builder.environment;
        log = environment.logger(Manager.class.getName());
        stopLimit = builder.stopLimit;
        metrics = builder.metrics;
        specs = Collections.unmodifiableMap(new LinkedHashMap<>(builder.specs));
        serial = environment.serial("manager");
        informers = builder.informers.build();
        elector = builder.lease == null
                ? null
                : LeaderElector.builder(client, environment, builder.lease, builder.identity)
                        .timings(builder.timings)
                        .listener(serial, new Elections())
                        .build();
    }

    /** Starts the description of a manager that works through a client. */
    public static Builder builder(Client client, Environment environment) {
        return new Builder(client, environment);
    }

    /** The caches that its controllers share; others may use them too, while it runs. */
    public Informers informers() {
        return informers;
    }

    /**
     * Fills the caches, waits until it leads if it takes part in an election, then begins to reconcile.
     *
     * @return complete when the controllers run; fails if it ends before
     * @throws IllegalStateException if it was started before: a stopped manager doesn't start again, make another
     */
    public CompletionStage<Void> start() {
        synchronized (this) {
            if (state != Health.State.NEW) {
                throw new IllegalStateException("manager is " + state + ": it starts once; make another one");
            }
            state = Health.State.SYNCING;
        }
        serial.execute(this::fillCaches);
        return ready.minimalCompletionStage();
    }

    private void fillCaches() {
        if (state != Health.State.SYNCING) {
            return;
        }
        try {
            List<RunningController.Prepared<?>> made = new ArrayList<>();
            for (ControllerSpec<?> spec : specs.values()) {
                made.add(RunningController.Prepared.of(spec, informers));
            }
            prepared = made;
        } catch (RuntimeException e) {
            end("a controller couldn't be made: " + e.getMessage(), e);
            return;
        }
        informers.start();
        informers.synced().whenComplete((any, failure) -> serial.execute(() -> synced(failure)));
    }

    private void synced(@Nullable Throwable failure) {
        if (state != Health.State.SYNCING) {
            return;
        }
        if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            end("the caches were closed before they had synced: " + cause.getMessage(), cause);
            return;
        }
        if (elector == null) {
            begin(client.async());
        } else {
            state = Health.State.STANDBY;
            elector.start();
        }
    }

    private void begin(AsyncClient writer) {
        Map<String, RunningController<?>> made = new LinkedHashMap<>();
        for (RunningController.Prepared<?> each : prepared) {
            made.put(each.spec().name(), new RunningController<>(each, writer, environment, metrics));
        }
        controllers = Collections.unmodifiableMap(made);
        made.values().forEach(RunningController::start);
        state = Health.State.READY;
        ready.complete(null);
    }

    /** Hears of the election, on the manager's own executor. */
    private final class Elections implements ElectionListener {
        @Override
        public void onStartedLeading(Leadership term) {
            if (state == Health.State.STANDBY) {
                try {
                    begin(client.async().requiring(List.of(term.fence())));
                } catch (RuntimeException e) {
                    end("a controller couldn't be started: " + e.getMessage(), e);
                }
            }
        }

        @Override
        public void onStoppedLeading(Leadership term, String reason) {
            int waiting = controllers.values().stream()
                    .mapToInt(RunningController::waiting)
                    .sum();
            String left = waiting == 0 ? "" : "; " + waiting + (waiting == 1 ? " key" : " keys") + " not reconciled";
            end(reason + left, new IllegalStateException(reason));
        }
    }

    /**
     * Ends it: the controllers take no more keys and the calls that are under way may end, at most as long as the stop limit; then the lease is released and the caches are closed.
     *
     * @param reason who wants that, and why
     * @return complete when all has ended, with what it left behind
     */
    public CompletionStage<Stopped> stop(String reason) {
        serial.execute(() -> end(reason, null));
        return stopped();
    }

    private void end(String reason, @Nullable Throwable cause) {
        if (state.compareTo(Health.State.STOPPING) >= 0) {
            return;
        }
        state = Health.State.STOPPING;
        ready.completeExceptionally(new IllegalStateException("manager stopped before it was ready: " + reason, cause));
        List<RunningController<?>> backwards = new ArrayList<>(controllers.values());
        Collections.reverse(backwards);
        CompletableFuture<?>[] drained = backwards.stream()
                .map(controller -> controller.stop().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<List<String>> over = new CompletableFuture<>();
        Cancellable timer = environment.schedule(stopLimit, serial, () -> over.complete(abandon(backwards)));
        CompletableFuture.allOf(drained).whenComplete((any, failure) -> over.complete(List.of()));
        over.thenAccept(unfinished -> serial.execute(() -> {
            timer.cancel();
            leaveElection(new Stopped(reason, cause, unfinished));
        }));
    }

    /** Only now, as another may lead from then on. */
    private void leaveElection(Stopped how) {
        if (elector == null) {
            closeCaches(how);
        } else {
            elector.stop().whenComplete((any, failure) -> serial.execute(() -> closeCaches(how)));
        }
    }

    private List<String> abandon(List<RunningController<?>> late) {
        List<String> unfinished = new ArrayList<>();
        for (RunningController<?> controller : late) {
            controller.abandon().forEach(key -> unfinished.add(controller.name() + " " + key));
        }
        return unfinished;
    }

    private void closeCaches(Stopped how) {
        informers.close("manager stopped: " + how.reason());
        informers.stopped().whenComplete((any, failure) -> serial.execute(() -> ended(how)));
    }

    private void ended(Stopped how) {
        state = Health.State.STOPPED;
        controllers.values().forEach(RunningController::forget);
        if (how.cause() != null || !how.unfinished().isEmpty()) {
            log.atWarn()
                    .addKeyValue("reason", how.reason())
                    .addKeyValue("unfinished", how.unfinished())
                    .setCause(how.cause())
                    .log("Manager stopped");
        }
        stopped.complete(how);
    }

    /** Complete when it has ended, with the reason. Never fails. */
    public CompletionStage<Stopped> stopped() {
        return stopped.minimalCompletionStage();
    }

    /** Ends it and waits for that, a little longer than the stop limit at most. One that was never started ends at once. */
    @Override
    public void close() {
        environment.await(stop("closed"), stopLimit.plus(elector == null ? GRACE : GRACE.plus(elector.stopLimit())));
    }

    /** How it is, and what goes wrong. */
    public Health health() {
        List<String> reasons = new ArrayList<>(ownReasons());
        if (!stopped.isDone()) {
            reasons.addAll(troubled(informers.all()));
            controllers.forEach((name, controller) ->
                    controller.troubles().forEach(trouble -> reasons.add("controller " + name + ": " + trouble)));
        }
        return new Health(state, reasons);
    }

    /**
     * How one of its controllers is, and what goes wrong there or in a cache of a kind that it uses.
     *
     * @throws IllegalArgumentException if there is no such controller
     */
    public Health health(String controller) {
        ControllerSpec<?> spec = specs.get(controller);
        if (spec == null) {
            throw noSuchController(controller, "has", specs.keySet());
        }
        List<String> reasons = new ArrayList<>(ownReasons());
        RunningController<?> running = controllers.get(controller);
        if (!stopped.isDone()) {
            reasons.addAll(troubled(informers.all().stream()
                    .filter(cache -> spec.kinds().contains(cache.kind()))
                    .toList()));
            reasons.addAll(running == null ? List.of() : running.troubles());
        }
        return new Health(state, reasons);
    }

    private List<String> ownReasons() {
        if (stopped.isDone()) {
            return List.of(stopped.getNow(new Stopped("", null, List.of())).toString());
        }
        return state == Health.State.STANDBY && elector != null ? List.of("standby, " + elector) : List.of();
    }

    private static List<String> troubled(List<Informer<?>> caches) {
        return caches.stream()
                .filter(cache -> !cache.hasSynced() || cache.state() instanceof InformerState.Retrying)
                .map(Informer::toString)
                .toList();
    }

    /**
     * What a controller has done so far.
     *
     * @throws IllegalArgumentException if there is no such controller, or the manager wasn't started
     */
    public ControllerMetrics metrics(String controller) {
        return controller(controller).metrics();
    }

    /**
     * The changes that led to no reconcile because a mapper or a predicate of a controller threw for them, in words. Part of its {@link #health(String)}.
     *
     * @throws IllegalArgumentException if there is no such controller, or the manager wasn't started
     */
    public List<String> mapperFailures(String controller) {
        return controller(controller).mapperFailures();
    }

    /**
     * Lets a controller reconcile a resource though nothing changed.
     *
     * @throws IllegalArgumentException if there is no such controller, or the manager wasn't started
     */
    public void trigger(String controller, ResourceKey key) {
        controller(controller).trigger(key);
    }

    /**
     * Lets a controller begin no further reconcile; those under way end, and changes are noted for later.
     *
     * @throws IllegalArgumentException if there is no such controller, or the manager wasn't started
     */
    public void pause(String controller) {
        controller(controller).pause();
    }

    /**
     * Lets a paused controller go on with all that has been noted meanwhile.
     *
     * @throws IllegalArgumentException if there is no such controller, or the manager wasn't started
     */
    public void resume(String controller) {
        controller(controller).resume();
    }

    /**
     * What a controller is doing about a resource: why it is, or isn't yet, being reconciled.
     *
     * @throws IllegalArgumentException if there is no such controller, or the manager wasn't started
     */
    public KeyState explain(String controller, ResourceKey key) {
        return controller(controller).explain(key);
    }

    private RunningController<?> controller(String name) {
        RunningController<?> controller = controllers.get(name);
        if (controller == null) {
            throw noSuchController(name, "runs", controllers.keySet());
        }
        return controller;
    }

    private IllegalArgumentException noSuchController(String name, String verb, Collection<String> known) {
        return new IllegalArgumentException("controller " + name + ": " + state + " manager " + verb + " "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("manager ").append(state);
        if (elector != null) {
            text.append("\n  ").append(elector);
        }
        controllers.values().forEach(controller -> text.append("\n  ").append(controller));
        informers.all().forEach(informer -> text.append("\n  ").append(informer));
        return text.toString();
    }

    /** Describes a manager. Not thread-safe. */
    public static final class Builder {
        private final Client client;
        private final Environment environment;
        private final Map<String, ControllerSpec<?>> specs = new LinkedHashMap<>();
        private Duration stopLimit = Duration.ofSeconds(10);
        private @Nullable ResourceKey lease;
        private String identity = "";
        private ElectionTimings timings = ElectionTimings.STANDARD;
        private MetricsSink metrics = MetricsSink.NONE;
        private final Informers.Builder informers;

        private Builder(Client client, Environment environment) {
            this.client = client;
            this.environment = environment;
            informers = Informers.builder(client.async(), environment);
        }

        /** Of kinds with namespaces only objects of this one concern its controllers; those of all, if not said. */
        public Builder namespace(String only) {
            informers.namespace(only);
            return this;
        }

        /** Lets every resource be reconciled, at low priority, once in a while though nothing changed; never, if not said. */
        public Builder resync(Duration period) {
            informers.resync(period);
            return this;
        }

        /**
         * Changes the objects of a kind before the caches store them, to leave out what no controller reads; pure, and keeps the metadata. Serializable controllers read the whole objects.
         *
         * @throws IllegalArgumentException if the kind has one already
         */
        public <R extends Resource<R>> Builder transform(Kind<R> kind, UnaryOperator<R> change) {
            informers.transform(kind, change);
            return this;
        }

        /**
         * Adds a controller.
         *
         * @throws IllegalArgumentException if another one has its name
         */
        public Builder add(ControllerSpec<?> controller) {
            ControllerSpec<?> other = specs.putIfAbsent(controller.name(), controller);
            if (other != null) {
                throw new IllegalArgumentException(controller + ": another " + other
                        + " has that name: give one of them another with .named(...)");
            }
            return this;
        }

        /** How long calls that are under way may take to end when it stops; 10 s, if not said. */
        public Builder stopLimit(Duration most) {
            stopLimit = most;
            return this;
        }

        /**
         * Reconciles only while it holds this Lease.
         *
         * @param key the Lease, in a namespace that exists; the same for all managers that run these controllers
         * @param candidate this manager's name, which no other has
         */
        public Builder leaderElection(ResourceKey key, String candidate) {
            return leaderElection(key, candidate, ElectionTimings.STANDARD);
        }

        /** The same with other times. */
        public Builder leaderElection(ResourceKey key, String candidate, ElectionTimings values) {
            lease = key;
            identity = candidate;
            timings = values;
            return this;
        }

        /** Where its controllers' numbers go, under controller-runtime's names; nowhere, if not said. */
        public Builder metrics(MetricsSink sink) {
            metrics = sink;
            return this;
        }

        /** The manager, not yet started. */
        public Manager build() {
            return new Manager(this);
        }
    }
}
