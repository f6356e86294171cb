package io.coxswain.simulation;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.Node;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.ListPage;
import io.coxswain.environment.simulated.Action;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationError;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run: a real store and API server, actors, a plan, and what was seen. Belongs to the one thread of control. */
final class World implements AutoCloseable {
    /** The actor that runs the controllers under test where there is one of them; its name is left out of those of points. */
    static final String PRINCIPAL = "manager";

    /** How long caches stay behind: longer than a user takes for the next few steps, shorter than a controller waits for its own writes. */
    static final Duration LAG = Duration.ofSeconds(10);

    /** How long something takes that takes longer than a lease lasts. */
    static final Duration LONG = Duration.ofSeconds(20);

    /** How long something takes during which the user does one more thing, and is not yet at the next but one. */
    static final Duration BRIEF = Duration.ofSeconds(3);

    /** Besides the pauses of the workload. */
    private static final Duration HORIZON = Duration.ofDays(2);

    /** Far more than a run takes; a controller that goes round without a write gets there in a second. */
    private static final long MOST_ACTIONS = 100_000;

    /** Nobody reads more; a run without end would fill the memory. */
    private static final int MOST_ENTRIES = 3_000;

    /** They say how things are with machines, not what was asked for. */
    private static final List<Kind<?>> UNCOMPARED = List.of(Lease.KIND, Event.KIND, Node.KIND, Namespace.KIND);

    /** The property of the test itself. */
    static final String STEPS = "every step of the workload can be done";

    private static final Point NOWHERE = Point.uncounted("");

    /** What is kept of a run besides its result. */
    enum Detail {
        NONE,
        /** All that is committed, to the letter. */
        WRITTEN,
        /** What happens, for a person. */
        TIMELINE,
        /** That, and what the code under test logs. */
        TIMELINE_AND_LOG
    }

    private final SimulatedEnvironment environment;
    private final MemoryStore store;
    private final AsyncClient api;
    private final Plan plan;
    private final @Nullable Candidates candidates;
    private final Checks checks;
    private final Driver driver;
    private final Executor serial;
    private final List<Actor> actors;
    private final List<ManagerProgram> managers;
    private final ApiServer server;
    private final List<Runnable> late = new ArrayList<>();
    private final @Nullable List<Timeline.Entry> entries;
    private final @Nullable List<String> written;
    private final boolean logs;
    private final long firstRevision;
    private final Duration horizon;
    private final Rest rest = new Rest(this);

    /** The last action for which it was decided that it doesn't come before others, which is done once. */
    private long decided;

    private boolean chaos = true;
    private boolean running;
    private @Nullable Violation violation;
    private @Nullable ActorEnvironment entered;
    private @Nullable Actor acting;
    private String actingLife = "";
    private Point actingPoint = NOWHERE;
    private long commits;
    private boolean reconciled;

    World(Simulation declared, long seed, Plan plan, @Nullable Candidates candidates, Detail detail) {
        this.plan = plan;
        this.candidates = candidates;
        entries = detail.compareTo(Detail.TIMELINE) >= 0 ? new ArrayList<>() : null;
        logs = detail == Detail.TIMELINE_AND_LOG;
        written = detail == Detail.WRITTEN ? new ArrayList<>() : null;
        environment = new SimulatedEnvironment(SimulationOptions.seeded(seed)
                .withChooser(this::choose)
                .withActionLimit(MOST_ACTIONS)
                .withBlockingLimit(declared.blockingLimit()));
        store = MemoryStore.create(environment);
        ObservedStore observed = new ObservedStore(store, this::committed);
        checks = new Checks(this, declared);
        driver = new Driver(this, declared);
        serial = environment.serial("simulation");
        server = ApiServer.builder(observed, environment).start();
        api = server.async();
        firstRevision = store.revision();
        horizon = declared.steps().stream().map(Workload.Step::pause).reduce(HORIZON, Duration::plus);
        declared.outsides().forEach(outside -> outside.joins(this));
        Cast cast = Cast.of(declared, this);
        actors = cast.actors();
        managers = cast.managers();
    }

    /** Lives it to its end. */
    void run() {
        live(() -> environment.runUntil(this::isOver, horizon));
    }

    /** The same on this thread alone, if possible; tells if something blocks it. */
    void run(Consumer<SimulationError> whenStuck) {
        live(() -> environment.runToEnd(this::isOver, horizon, whenStuck));
    }

    private boolean isOver() {
        return violation != null || driver.isOver();
    }

    private void live(Runnable life) {
        running = true;
        try {
            serial.execute(driver::begin);
            life.run();
        } catch (SimulationError e) {
            running = false; // what a thread does that was interrupted is no part of the run
            violated(violation(e));
        }
    }

    static Violation violation(SimulationError e) {
        return new Violation(errorProperty(e), String.valueOf(e.getMessage()), e);
    }

    private static String errorProperty(SimulationError e) {
        return switch (e.reason()) {
            case LIVELOCK, LIMIT_PASSED, DEADLOCK -> FreeCheck.COMES_TO_REST.text();
            case FOREIGN_THREAD -> FreeCheck.OWN_THREADS.text();
            default -> "waits by Environment.await only";
        };
    }

    private int choose(List<? extends Action> enabled) {
        if (chaos && plan.reorders()) {
            for (int i = 1; i < enabled.size(); i++) {
                Action action = enabled.get(i);
                if (action.order() > decided) {
                    decided = action.order();
                    if (plan.brings(action.name())) {
                        return i;
                    }
                }
            }
        }
        return 0;
    }

    SimulatedEnvironment environment() {
        return environment;
    }

    AsyncClient api() {
        return api;
    }

    Checks checks() {
        return checks;
    }

    Driver driver() {
        return driver;
    }

    Rest rest() {
        return rest;
    }

    List<Actor> actors() {
        return actors;
    }

    List<ManagerProgram> managers() {
        return managers;
    }

    /** All objects that a controller or the user made, in a form that doesn't differ from run to run. */
    List<String> endState(List<String> ignored) {
        State state = state();
        List<String> all = new ArrayList<>();
        for (Kind<?> kind : server.kinds()) {
            if (!UNCOMPARED.contains(kind)) {
                addTo(all, state, kind, ignored);
            }
        }
        Collections.sort(all);
        return all;
    }

    private static <R extends Resource<R>> void addTo(
            List<String> all, State state, Kind<R> kind, List<String> ignored) {
        state.list(kind).forEach(object -> all.add(kind + " " + NormalForm.of(object, ignored)));
    }

    long revision() {
        return store.revision();
    }

    /** From which nobody has done anything yet. */
    long firstRevision() {
        return firstRevision;
    }

    /** Whether there was such an object at some time from a revision on. */
    boolean wasThere(Kind<?> kind, ResourceKey key, long since) {
        for (long revision = since; revision <= store.revision(); revision++) {
            if (store.snapshot(revision).find(kind, key) != null) {
                return true;
            }
        }
        return false;
    }

    long commits() {
        return commits;
    }

    @Nullable
    Violation violation() {
        return violation;
    }

    /** A reconciler under test is called. */
    void reconciles() {
        reconciled = true;
    }

    /** Whether a reconciler under test was called. */
    boolean hasReconciled() {
        return reconciled;
    }

    boolean isDetailed() {
        return entries != null;
    }

    boolean logs() {
        return logs;
    }

    State state(long revision) {
        return new State(store.snapshot(revision), environment.now());
    }

    State state() {
        return state(store.revision());
    }

    <R extends Resource<R>> ListPage<R> listAt(Kind<R> kind, Selection selection, long revision) {
        return new ListPage<>(store.snapshot(revision).list(kind, selection), revision, "", 0);
    }

    /** Asks whether the run deviates at a point. */
    @Nullable
    Deviation deviation(Actor actor, Point point, Set<Fault> offered) {
        return mayDeviate(actor) ? deviation(point, offered) : null;
    }

    boolean mayDeviate(Actor actor) {
        return chaos && driver.isTarget(actor);
    }

    @Nullable
    Deviation deviation(Point point, Set<Fault> offered) {
        return chaos ? plan.at(point, offered, (int) Math.min(64, store.revision() - firstRevision)) : null;
    }

    /** Faults stop: what is on its way arrives, all can be reached, and nothing deviates any more. */
    void calmDown() {
        if (chaos) {
            note("", () -> "faults stop");
        }
        chaos = false;
        List<Runnable> due = List.copyOf(late);
        late.clear();
        due.forEach(Runnable::run);
        for (Actor actor : actors) {
            ActorEnvironment life = actor.life();
            if (life != null) {
                life.heal();
                life.resume();
            }
            actor.clock().pace(1);
        }
    }

    /** Does something of the simulation's own after a while. */
    void later(Duration delay, Runnable step) {
        environment.schedule(delay, serial, step);
    }

    /** Whose code runs from now on; returns whose code ran before. */
    @Nullable
    ActorEnvironment entered(@Nullable ActorEnvironment life) {
        ActorEnvironment before = entered;
        entered = life;
        return before;
    }

    @Nullable
    ActorEnvironment entered() {
        return entered;
    }

    /** A call at which the run could have deviated. If it changes nothing, there was no need to. */
    <T> CompletionStage<T> performOffered(Actor actor, Point point, Supplier<CompletionStage<T>> call) {
        long before = commits;
        CompletionStage<T> answer = perform(actor, point, call);
        if (commits == before && candidates != null) {
            candidates.changedNothing(point);
        }
        return answer;
    }

    <T> CompletionStage<T> perform(@Nullable Actor actor, Point point, Supplier<CompletionStage<T>> call) {
        ActorEnvironment life = actor == null ? null : actor.life();
        return perform(actor, life == null ? "" : life.name(), point, call);
    }

    private <T> CompletionStage<T> perform(
            @Nullable Actor actor, String life, Point point, Supplier<CompletionStage<T>> call) {
        Actor actorBefore = acting;
        String lifeBefore = actingLife;
        Point pointBefore = actingPoint;
        acting = actor;
        actingLife = life;
        actingPoint = point;
        try {
            return call.get();
        } finally {
            acting = actorBefore;
            actingLife = lifeBefore;
            actingPoint = pointBefore;
        }
    }

    /** The call is on its way for a while; it arrives also if the caller dies meanwhile. */
    <T> CompletionStage<T> performLater(Duration delay, Actor actor, Point point, Supplier<CompletionStage<T>> call) {
        ActorEnvironment life = actor.life();
        String name = life == null ? "" : life.name();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable arrival = () -> perform(actor, name, point, call).whenComplete((value, failure) -> {
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        late.add(arrival);
        later(delay, () -> {
            if (late.remove(arrival)) {
                arrival.run();
            }
        });
        return answer;
    }

    private void committed(StoreTransaction transaction, StoreOutcome.Applied applied) {
        commits++;
        environment.record(applied.revision());
        for (Write write : transaction.writes()) {
            environment.trace(write.key().name());
        }
        if (written != null) {
            applied.results()
                    .forEach(stored ->
                            written.add(stored == null ? "gone" : actorName() + " wrote " + stored.resource()));
        }
        if (entries != null) {
            noteCommit(transaction, applied);
        }
        if (!isNoise(transaction)) {
            rest.committed(actorName(), actingPoint, transaction, applied);
        }
        checks.committed(actingLife, transaction, applied);
    }

    private String actorName() {
        return acting == null ? "user" : acting.name();
    }

    private boolean isNoise(StoreTransaction transaction) {
        for (Write write : transaction.writes()) {
            Kind<?> kind = write.kind();
            boolean heartbeat = kind.equals(Node.KIND) && acting != null && acting.role() == Actor.Role.NODE;
            if (!kind.equals(Lease.KIND) && !kind.equals(Event.KIND) && !heartbeat) {
                return false;
            }
        }
        return true;
    }

    private void noteCommit(StoreTransaction transaction, StoreOutcome.Applied applied) {
        for (int i = 0; i < transaction.writes().size(); i++) {
            Write write = transaction.writes().get(i);
            StoredObject<?> stored = applied.results().get(i);
            String what = write instanceof Write.Delete || stored == null
                    ? Names.of(write.kind(), write.key()) + " is gone"
                    : "-> " + written(write, stored.resource(), applied.revision());
            String actor = actorName() + " ";
            String performed = actingPoint.text();
            String call = performed.startsWith(actor) ? performed.substring(actor.length()) : performed;
            String point = call.isEmpty() ? "" : call + "  ";
            note(actorName(), () -> point + what);
        }
    }

    /** What was changed, or the object if it is new. */
    private String written(Write write, Resource<?> now, long revision) {
        Resource<?> before = store.snapshot(revision - 1).find(write.kind(), write.key());
        return before instanceof Record old && now instanceof Record made ? Difference.of(old, made) : normal(now);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a resource is one of itself
    private static String normal(Resource<?> object) {
        return NormalForm.of((Resource) object, List.of());
    }

    /** Something for the timeline, if there is to be one. */
    void note(String actor, Supplier<String> text) {
        if (entries != null && running && entries.size() < MOST_ENTRIES) {
            enter(actor, entries.size() < MOST_ENTRIES - 1 ? text.get() : "and so on");
        }
    }

    private void enter(String actor, String text) {
        if (entries != null) {
            entries.add(new Timeline.Entry(Duration.ofNanos(environment.nanoTime()), store.revision(), actor, text));
        }
    }

    /** A property doesn't hold; the first one ends the run. */
    void violated(Violation what) {
        if (violation == null) {
            violation = what;
            enter("", "VIOLATED: " + what);
        }
    }

    /** An actor's code threw something that nobody caught. What the simulation itself says ends the run anyhow, and may come from a thread that must not act any more. */
    void escaped(Actor actor, Throwable thrown) {
        if (thrown instanceof SimulationError) {
            return;
        }
        note(actor.name(), () -> "throws " + thrown);
        if (thrown instanceof Error) {
            violated(new Violation("no error is thrown", actor.name() + ": " + thrown, thrown));
        }
    }

    /** All that was committed, in this order; empty if it wasn't asked for. */
    List<String> written() {
        return written == null ? List.of() : written;
    }

    Timeline timeline() {
        return new Timeline(entries == null ? List.of() : entries);
    }

    List<Deviation> deviations() {
        return plan.taken();
    }

    long traceHash() {
        return environment.traceHash();
    }

    @Override
    public void close() {
        for (Actor actor : actors) {
            actor.kill("ends");
        }
        environment.close(); // the store needs no end: nothing waits for it any more
    }
}
