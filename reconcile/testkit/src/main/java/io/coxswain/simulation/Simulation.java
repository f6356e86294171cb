package io.coxswain.simulation;

import io.coxswain.controller.ControllerSpec;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.model.ModelBehaviour;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Declares one run of a whole cluster under faults: the controllers under test, what a person does, what goes wrong, and what must hold. The body of a {@link SimulationTest} is called afresh
 * for each of thousands of runs:
 *
 * <pre>{@code
 * @SimulationTest(runs = 2_000)
 * void websitesConverge(Simulation sim) {
 *     sim.controller(WebsiteReconciler.controller());
 *     sim.workload(w -> w.create(website("a", 3)).edit(Website.KIND, "a", s -> s.withReplicas(1)).delete(Website.KIND, "a"));
 *     sim.faults(Faults.all());
 *     sim.eventuallyStable("replicas as asked", state -> ...);
 * }
 * }</pre>
 *
 * <p>Store, API server, informers, queues, managers and controllers are the real ones. Besides what the test asks for, {@link FreeCheck}s are made. Not thread-safe.
 */
public final class Simulation {
    private static final Duration BLOCKING_LIMIT = Duration.ofSeconds(10);

    private final List<ControllerSpec<?>> controllers = new ArrayList<>();
    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final List<String> nodes = new ArrayList<>();
    private final Workload workload = new Workload();
    private final List<Outside> outsides = new ArrayList<>();
    private final Map<String, Predicate<State>> always = new LinkedHashMap<>();
    private final Map<String, Predicate<State>> stable = new LinkedHashMap<>();
    private final List<RoundTrip<?>> roundTrips = new ArrayList<>();
    private final Set<FreeCheck> unchecked = EnumSet.noneOf(FreeCheck.class);
    private Faults faults = Faults.all();
    private int replicas = 1;
    private boolean controlPlane;
    private boolean podModel;
    private boolean serializable;
    private Function<WorkerSpec, ModelBehaviour> workers = spec -> ModelBehaviour.STEADY;
    private Duration blockingLimit = BLOCKING_LIMIT;
    private @Nullable List<String> sameEndIgnoring;
    private @Nullable List<String> faultlessEnd;

    /** A change there and back. */
    record RoundTrip<R extends Resource<R>>(
            Kind<R> kind, ResourceKey key, UnaryOperator<R> change, List<String> ignored) {}

    Simulation() {}

    /**
     * Searches, with the default settings, for a run in which something doesn't hold.
     *
     * @param body declares one run
     * @return how much was tried
     * @throws SimulationFailure if there is such a run; its message says which, as small as possible, and how to replay it
     */
    public static Report run(Consumer<Simulation> body) {
        return search(body).check();
    }

    /** Begins a search with other settings. */
    public static Search search(Consumer<Simulation> body) {
        return new Search(body);
    }

    /**
     * A controller under test, wired as in production. Each start of the process makes its reconciler anew.
     *
     * @throws IllegalArgumentException if another one has its name
     */
    public Simulation controller(ControllerSpec<?> controller) {
        if (controllers.stream().anyMatch(other -> other.name().equals(controller.name()))) {
            throw new IllegalArgumentException(
                    controller + ": another controller has that name: give one of them another with .named(...)");
        }
        controllers.add(controller);
        return this;
    }

    /**
     * Several processes run the controllers; one leads at a time, by a Lease.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Simulation replicas(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("replicas: " + count + ": must be at least 1");
        }
        replicas = count;
        return this;
    }

    /** Makes all controllers under test {@linkplain ControllerSpec#serializable serializable}: what still fails comes neither of stale caches nor of work that was half done. */
    public Simulation serializable() {
        serializable = true;
        return this;
    }

    /** Another process under test, besides the one that runs the controllers. */
    public Simulation program(String name, Program program) {
        if (programs.put(name, program) != null) {
            throw new IllegalArgumentException("program " + name + ": is there already: give one of them another name");
        }
        return this;
    }

    /** Nodes with models of workers, and with them the built-in controllers and the scheduler. */
    public Simulation nodes(String... names) {
        nodes.addAll(Arrays.asList(names));
        controlPlane = true;
        return this;
    }

    /** The built-in controllers and the scheduler. Without them there is the garbage collector alone, if a controller owns something. */
    public Simulation controlPlane() {
        controlPlane = true;
        return this;
    }

    /** Pods run and become ready by a model, in place of scheduler and nodes: enough for most controllers, and much faster than {@link #nodes}. */
    public Simulation podModel() {
        podModel = true;
        return this;
    }

    /** How each start of a container behaves; {@link ModelBehaviour#STEADY}, if not said. */
    public Simulation workers(Function<WorkerSpec, ModelBehaviour> behaviour) {
        workers = behaviour;
        return this;
    }

    /** What a person does. */
    public Simulation workload(Consumer<Workload> what) {
        what.accept(workload);
        return this;
    }

    /** What may go wrong; {@link Faults#all()}, if not said. */
    public Simulation faults(Faults which) {
        faults = which;
        return this;
    }

    /** A system outside of the cluster, whose calls may deviate as well. */
    public Outside outside(String name) {
        Outside outside = new Outside(name);
        outsides.add(outside);
        return outside;
    }

    /** Something that holds after every commit, and every call to the outside. */
    public Simulation always(String property, Predicate<State> holds) {
        put(always, property, holds);
        return this;
    }

    /**
     * Something that holds in the end: faults stop, everything starts again, all comes to rest; then it holds, and nothing is written any more though everything is reconciled several times.
     */
    public Simulation eventuallyStable(String property, Predicate<State> holds) {
        put(stable, property, holds);
        return this;
    }

    private static void put(Map<String, Predicate<State>> properties, String name, Predicate<State> holds) {
        if (properties.put(name, holds) != null) {
            throw new IllegalArgumentException(
                    "property \"" + name + "\": is there already: give one of them another name");
        }
    }

    /**
     * The end is that of the run without faults, except for revisions, uids, times, Events, Leases, Nodes and these fields.
     *
     * @param ignored names of fields with plain values, such as {@code status.lastSeen}
     */
    public Simulation sameEndAsFaultless(String... ignored) {
        sameEndIgnoring = List.of(ignored);
        return this;
    }

    /** A change of an object of namespace {@code default}, or of cluster scope, and back again ends where it began; compared as by {@link #sameEndAsFaultless}. */
    public <R extends Resource<R>> Simulation roundTrip(
            Kind<R> kind, String name, UnaryOperator<R> change, String... ignored) {
        roundTrips.add(new RoundTrip<>(kind, kind.keyOf(name), change, List.of(ignored)));
        return this;
    }

    /** Does without some of the checks that are made though nobody asks for them. */
    public Simulation without(FreeCheck... checks) {
        unchecked.addAll(Arrays.asList(checks));
        return this;
    }

    /** How long, by the real clock, code may take that doesn't wait by {@code Environment.await} before the run fails with its stack; 10 s, if not said. */
    public Simulation blockingLimit(Duration limit) {
        blockingLimit = limit;
        return this;
    }

    void expectEnd(@Nullable List<String> end) {
        faultlessEnd = end;
    }

    List<ControllerSpec<?>> controllers() {
        return serializable
                ? controllers.stream()
                        .<ControllerSpec<?>>map(ControllerSpec::serializable)
                        .toList()
                : controllers;
    }

    Map<String, Program> programs() {
        return programs;
    }

    boolean hasControllers() {
        return !controllers.isEmpty() || !programs.isEmpty();
    }

    List<String> nodes() {
        return nodes;
    }

    boolean hasControlPlane() {
        return controlPlane;
    }

    boolean hasPodModel() {
        return podModel;
    }

    int replicas() {
        return replicas;
    }

    Function<WorkerSpec, ModelBehaviour> workers() {
        return workers;
    }

    List<Workload.Step> steps() {
        return workload.steps();
    }

    Faults faults() {
        return faults;
    }

    List<Outside> outsides() {
        return outsides;
    }

    Map<String, Predicate<State>> alwaysProperties() {
        return always;
    }

    Map<String, Predicate<State>> stableProperties() {
        return stable;
    }

    List<RoundTrip<?>> roundTrips() {
        return roundTrips;
    }

    Set<FreeCheck> unchecked() {
        return unchecked;
    }

    Duration blockingLimit() {
        return blockingLimit;
    }

    @Nullable
    List<String> sameEndIgnoring() {
        return sameEndIgnoring;
    }

    @Nullable
    List<String> faultlessEnd() {
        return faultlessEnd;
    }
}
