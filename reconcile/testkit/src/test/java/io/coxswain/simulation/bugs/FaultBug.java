package io.coxswain.simulation.bugs;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Client;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.controller.ChangePredicate;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.KeyReconciler;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.environment.Environment;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.simulation.Fault;
import io.coxswain.simulation.FreeCheck;
import io.coxswain.simulation.Outside;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.State;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** For each fault a bug that it alone brings to light. */
enum FaultBug {
    CRASH_BEFORE(Fault.CRASH_BEFORE, KnownBug.ONLY_THE_FIRST_SECRET_IS_LOOKED_FOR::wrong),
    CRASH_AFTER(Fault.CRASH_AFTER, KnownBug.ONLY_THE_FIRST_SECRET_IS_LOOKED_FOR::wrong),
    RESTART(Fault.RESTART, KnownBug.MACHINES_COUNTED_IN_CACHE::wrong),
    DOWN(Fault.DOWN, FaultBug::cleansUpOnlyWhatItSeesGo),
    LAG(Fault.LAG, KnownBug.SCALE_DOWN_REFUSED_BY_SET::wrong),
    MERGE(Fault.MERGE, KnownBug.CLAIM_DELETED_ON_DELETION_TIMESTAMP::wrong),
    EXPIRE(Fault.EXPIRE, FaultBug::needsEveryState),
    BREAK(Fault.BREAK, FaultBug::takesTheCacheForTheTruth),
    CONFLICT(Fault.CONFLICT, FaultBug::ignoresConflictsAndTheirEvents),
    ALREADY_EXISTS(Fault.ALREADY_EXISTS, FaultBug::givesUpWhenItExists),
    TIMEOUT_APPLIED(Fault.TIMEOUT_APPLIED, KnownBug.CLOUD_ID_RECORDED_AFTERWARDS::wrong),
    TIMEOUT_LOST(Fault.TIMEOUT_LOST, KnownBug.TIMEOUT_TAKEN_FOR_SUCCESS::wrong),
    SLOW(Fault.SLOW, KnownBug.UNFENCED_LEADER::wrong),
    PAUSE(Fault.PAUSE, KnownBug.SCALE_DOWN_REFUSED_BY_SET::wrong),
    LEADER_LOSS(Fault.LEADER_LOSS, FaultBug::leadsForEver),
    PARTITION(Fault.PARTITION, FaultBug::stopsPolling),
    NODE_LOSS(Fault.NODE_LOSS, FaultBug::writesNodesOff),
    NODE_FLAP(Fault.NODE_FLAP, FaultBug::bearsNoRestart),
    CLOCK_STEP(Fault.CLOCK_STEP, FaultBug::trustsTheTimeOfDay),
    CLOCK_DRIFT(Fault.CLOCK_DRIFT, FaultBug::trustsTheClocksPace),
    OVERLAP(Fault.OVERLAP, KnownBug.EXTERNAL_BEFORE_FINALIZER::wrong),
    ORDER(Fault.ORDER, FaultBug::dependsOnOrder),
    DUPLICATE(Fault.DUPLICATE, FaultBug::countsEvents),
    LOSE(Fault.LOSE, KnownBug.ONLY_THE_FIRST_SECRET_IS_LOOKED_FOR::right);

    private final Fault fault;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Consumer<Simulation> body;

    FaultBug(Fault fault, Consumer<Simulation> body) {
        this.fault = fault;
        this.body = body;
    }

    Fault fault() {
        return fault;
    }

    void declare(Simulation sim) {
        body.accept(sim);
    }

    private static boolean hasPhase(State state, String phase) {
        return state.list(Database.KIND).stream()
                .anyMatch(db -> db.status().phase().equals(phase));
    }

    private static Outcome phase(Database db, Context<Database> ctx, String phase) {
        ctx.updateStatus(db.withStatus(db.status().withPhase(phase, "")));
        return Outcome.done();
    }

    private static void cleansUpOnlyWhatItSeesGo(Simulation sim) {
        Outside cloud = sim.outside("cloud");
        Set<String> vms = new LinkedHashSet<>();
        KeyReconciler<Database> reconciler = (key, db, ctx) -> {
            if (db.isPresent()) {
                cloud.call("create vm", () -> vms.add(key.name()));
            } else {
                cloud.call("delete vm", () -> vms.remove(key.name()));
            }
            return Outcome.done();
        };
        sim.controller(Controller.ofKeys(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Database.of("d", 1)).delete(Database.KIND, "d"));
        sim.eventuallyStable("no vm is left", state -> vms.isEmpty());
    }

    private static void needsEveryState(Simulation sim) {
        Reconciler<Database> reconciler = (db, ctx) -> Outcome.done();
        sim.controller(Controller.of(Database.KIND, () -> reconciler).named("idle"));
        AtomicInteger seen = new AtomicInteger();
        KeyReconciler<Database> alarm = (key, db, ctx) -> {
            if (db.isPresent() && seen.get() > 0) {
                return phase(db.get(), ctx, "Alarmed");
            }
            return Outcome.done();
        };
        sim.controller(Controller.ofKeys(Database.KIND, () -> alarm)
                .named("alarm")
                .watches(Member.KIND, (member, caches) -> {
                    if (member.spec().config().equals("on")) {
                        seen.incrementAndGet();
                    }
                    return List.of(Database.key("d"));
                }));
        sim.workload(w -> w.create(Database.of("d", 1))
                .create(Member.of("m", 1, "off"))
                .act(
                        "switches on and off",
                        client -> client.patch(Member.KIND, Member.key("m"), member -> member.withConfig("on"))
                                .thenCompose(on -> client.patch(
                                        Member.KIND, Member.key("m"), member -> member.withConfig("off")))));
        sim.eventuallyStable("it was alarmed", state -> hasPhase(state, "Alarmed"));
    }

    private static void takesTheCacheForTheTruth(Simulation sim) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            if (!db.status().phase().isEmpty()) {
                return Outcome.done();
            }
            return phase(db, ctx, ctx.find(Claim.KIND, Claim.key("c")).isPresent() ? "Bound" : "Lost");
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).reads(Claim.KIND));
        sim.workload(w -> w.act(
                "creates claim and database",
                client -> client.create(Claim.of("c", 1)).thenCompose(claim -> client.create(Database.of("d", 1)))));
        sim.eventuallyStable("the database is bound", state -> hasPhase(state, "Bound"));
    }

    private static void ignoresConflictsAndTheirEvents(Simulation sim) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            try {
                return phase(db, ctx, "Ready");
            } catch (ConflictException e) {
                return Outcome.done();
            }
        };
        ChangePredicate<Database> filter = ChangePredicate.generationChanged();
        sim.controller(Controller.of(Database.KIND, () -> reconciler).filter(filter));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.eventuallyStable("it is ready", state -> hasPhase(state, "Ready"));
    }

    private static void givesUpWhenItExists(Simulation sim) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            try {
                if (ctx.find(Claim.KIND, Claim.key("c")).isEmpty()) {
                    ctx.create(Claim.of("c", 1));
                }
                return Outcome.done();
            } catch (AlreadyExistsException e) {
                return phase(db, ctx, "Failed");
            }
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Claim.KIND));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.always("it doesn't fail", state -> !hasPhase(state, "Failed"));
    }

    private static void leadsForEver(Simulation sim) {
        sim.program("leader", (client, environment) -> {
            AsyncClient api = client.async();
            LeaseSpec spec = LeaseSpec.EMPTY
                    .withHolderIdentity("leader")
                    .withLeaseDurationSeconds(15)
                    .withRenewTime(environment.now());
            api.create(new Lease(ObjectMeta.named("default", "lease"), spec));
            Executor serial = environment.serial("copy");
            environment.schedule(Duration.ofSeconds(5), serial, () -> api.create(Claim.of("c", 1)));
        });
        sim.workload(w -> w.create(Database.of("d", 1)).pause(Duration.ofSeconds(10)));
    }

    private static void stopsPolling(Simulation sim) {
        AtomicInteger outside = new AtomicInteger();
        Reconciler<Database> reconciler = (db, ctx) -> {
            try {
                Database now = ctx.client().get(Database.KIND, db.key());
                ctx.updateStatus(now.withStatus(now.status().withId("" + outside.get())));
            } catch (RequestTimeoutException e) {
                return Outcome.done();
            }
            return Outcome.again(Duration.ofSeconds(5));
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Database.of("d", 1))
                .pause(Duration.ofSeconds(40))
                .act("changes the world", client -> {
                    outside.set(1);
                    return client.find(Database.KIND, Database.key("d"));
                }));
        sim.eventuallyStable(
                "the world is copied",
                state -> state.find(Database.KIND, "d")
                        .filter(db -> db.status().id().equals("1"))
                        .isPresent());
    }

    private static void writesNodesOff(Simulation sim) {
        sim.nodes("n1");
        KeyReconciler<Database> reconciler = (key, db, ctx) -> {
            boolean lost = ctx.list(Node.KIND).stream()
                    .anyMatch(node -> node.status()
                            .condition("Ready")
                            .filter(ready -> ready.status().equals("Unknown"))
                            .isPresent());
            return lost && db.isPresent() ? phase(db.get(), ctx, "Lost") : Outcome.done();
        };
        sim.controller(Controller.ofKeys(Database.KIND, () -> reconciler)
                .watches(Node.KIND, (node, caches) -> List.of(Database.key("d"))));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.eventuallyStable("no node is written off", state -> !hasPhase(state, "Lost"));
    }

    private static void bearsNoRestart(Simulation sim) {
        sim.nodes("n1");
        Reconciler<Database> reconciler = (db, ctx) -> Outcome.done();
        sim.controller(Controller.of(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Deployment.of("web", 1, Container.of("web", "process:web"))));
        sim.always(
                "no worker starts twice",
                state -> state.list(Pod.KIND).stream()
                        .flatMap(pod -> pod.status().containerStatuses().stream())
                        .allMatch(container -> container.restartCount() == 0));
    }

    private static void trustsTheTimeOfDay(Simulation sim) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            boolean old = db.metadata()
                    .creationTimestamp()
                    .plus(Duration.ofMinutes(30))
                    .isBefore(ctx.now());
            return old ? phase(db, ctx, "Expired") : Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Database.of("d", 1)).edit(Database.KIND, "d", db -> db.withSize(2)));
        sim.always("a new database doesn't expire", state -> !hasPhase(state, "Expired"));
    }

    private static void trustsTheClocksPace(Simulation sim) {
        sim.program(
                "first", (client, environment) -> createAfter(Duration.ofSeconds(10), "first", client, environment));
        sim.program(
                "second", (client, environment) -> createAfter(Duration.ofSeconds(15), "second", client, environment));
        sim.workload(w -> w.pause(Duration.ofSeconds(20)));
        sim.always(
                "the second comes after the first",
                state -> state.find(Claim.KIND, "second").isEmpty()
                        || state.find(Claim.KIND, "first").isPresent());
    }

    private static void createAfter(Duration time, String name, Client client, Environment environment) {
        long end = environment.nanoTime() + time.toNanos();
        Executor serial = environment.serial(name);
        Runnable tick = new Runnable() {
            @Override
            public void run() {
                if (environment.nanoTime() >= end) {
                    client.async().create(Claim.of(name, 1));
                } else {
                    environment.schedule(Duration.ofSeconds(1), serial, this);
                }
            }
        };
        serial.execute(tick);
    }

    private static void dependsOnOrder(Simulation sim) {
        AtomicInteger prepared = new AtomicInteger();
        Reconciler<Database> one = (db, ctx) -> {
            prepared.incrementAndGet();
            return Outcome.done();
        };
        Reconciler<Database> two = (db, ctx) -> phase(db, ctx, prepared.get() > 0 ? "Ready" : "Unprepared");
        sim.controller(Controller.of(Database.KIND, () -> one).named("one"));
        sim.controller(Controller.of(Database.KIND, () -> two).named("two"));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.always("it is prepared", state -> !hasPhase(state, "Unprepared"));
    }

    private static void countsEvents(Simulation sim) {
        AtomicInteger count = new AtomicInteger();
        ResourceKey counted = ResourceKey.of("default", "count");
        sim.program("counter", (client, environment) -> {
            count.set(0);
            client.async()
                    .watch(
                            Database.KIND,
                            WatchFrom.now(),
                            Selection.all(),
                            environment.serial("counter"),
                            new WatchListener<>() {
                                @Override
                                public void onEvents(List<WatchEvent<Database>> events) {
                                    count.addAndGet(events.size());
                                }

                                @Override
                                public void onEnd(WatchEnd cause) {}
                            });
        });
        sim.workload(w -> w.create(Database.of("d", 1))
                .pause(Duration.ofSeconds(5))
                .act(
                        "asks for the count",
                        client -> client.create(new ConfigMap(
                                ObjectMeta.named("default", "count"), Map.of(), Map.of("n", "" + count.get()), null))));
        sim.without(FreeCheck.COMES_TO_REST);
        sim.always(
                "one database is counted once",
                state -> state.find(ConfigMap.KIND, counted)
                        .filter(map -> !map.data().get("n").equals("1"))
                        .isEmpty());
    }
}
