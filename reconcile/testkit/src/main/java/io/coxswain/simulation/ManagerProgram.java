package io.coxswain.simulation;

import io.coxswain.client.Client;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Manager;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs controllers by a real manager; one that ends, as it lost its lease, is started anew, as an operating system would. */
final class ManagerProgram implements Program {
    private static final ResourceKey LEASE = ResourceKey.of("default", "controllers");
    private static final Duration RESTART = Duration.ofSeconds(1);

    /** What else runs in the process, over the manager's caches. */
    @FunctionalInterface
    interface Companions {
        /** Makes them; the result starts them when the caches are filled. */
        Runnable make(Client client, Environment environment, Manager manager);
    }

    private final World world;
    private final List<ControllerSpec<?>> specs;
    private final boolean elected;
    private final @Nullable Companions companions;
    private @Nullable Actor actor;
    private @Nullable Manager manager;
    private Map<String, Exception> failing = new LinkedHashMap<>();
    private boolean ready;

    ManagerProgram(World world, List<ControllerSpec<?>> specs, boolean elected, @Nullable Companions companions) {
        this.world = world;
        this.specs = specs;
        this.elected = elected;
        this.companions = companions;
    }

    void playedBy(Actor who) {
        actor = who;
    }

    @Override
    public void start(Client client, Environment environment) {
        Actor who = actor;
        ActorEnvironment life = who == null ? null : who.life();
        if (who == null || life == null) {
            throw new IllegalStateException("a manager without an actor");
        }
        Manager.Builder builder = Manager.builder(client, environment);
        Map<String, Exception> failures = new LinkedHashMap<>();
        failing = failures;
        specs.forEach(spec -> builder.add(observed(spec, who, failures)));
        if (elected) {
            builder.leaderElection(LEASE, life.name());
        }
        Manager made = builder.build();
        manager = made;
        ready = false;
        Runnable companion = companions == null ? () -> {} : companions.make(client, environment, made);
        var unused = made.start().thenRun(() -> {
            ready = manager == made;
            companion.run();
        });
        made.stopped()
                .thenAccept(how -> world.later(RESTART, () -> {
                    if (who.life() == life) {
                        who.kill("ends: " + how);
                        who.start();
                    }
                }));
    }

    private static <R extends Resource<R>> ControllerSpec<R> observed(
            ControllerSpec<R> spec, Actor who, Map<String, Exception> failing) {
        return spec.around(reconciler -> new Reconcile<>(who, spec.name(), spec.kind(), reconciler, failing));
    }

    /** Whether something goes wrong in it that is tried again later. */
    boolean isInTrouble() {
        Manager now = manager;
        return now != null && !now.health().reasons().isEmpty();
    }

    /** What has failed so far doesn't count any more. */
    void forgetFailures() {
        failing.clear();
    }

    /** The failures of reconciles that failed when they were last tried, by controller and object. */
    Map<String, Exception> failing() {
        return Collections.unmodifiableMap(failing);
    }

    /** The changes that led to no reconcile, as code of the test threw. */
    List<String> mapperFailures() {
        Manager now = manager;
        if (now == null || !ready) {
            return List.of();
        }
        List<String> failures = new ArrayList<>();
        for (ControllerSpec<?> spec : specs) {
            failures.addAll(now.mapperFailures(spec.name()));
        }
        return failures;
    }

    /** Lets every resource be reconciled. */
    void triggerAll(State state) {
        Manager now = manager;
        if (now == null || !ready) {
            return;
        }
        for (ControllerSpec<?> spec : specs) {
            state.list(spec.kind()).forEach(object -> now.trigger(spec.name(), object.key()));
        }
    }
}
