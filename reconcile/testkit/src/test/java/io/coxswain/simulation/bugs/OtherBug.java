package io.coxswain.simulation.bugs;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Transaction;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.KeyReconciler;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import io.coxswain.simulation.Outside;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.State;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Bugs of the families that the specification names, which it doesn't list: what the kit was made by must not be all that it finds. Each declares the wrong controller, or the same one put right. */
enum OtherBug {
    DONE_ONLY_IN_MEMORY(OtherBug::doneInMemory),
    RANDOM_VICTIM(OtherBug::randomVictim),
    COUNTED_STEP_BY_STEP(OtherBug::countedSteps),
    MARKED_BEFORE_DONE(OtherBug::markedBefore),
    ABSENT_IN_CACHE_IS_GONE(OtherBug::absentIsGone),
    REFERENCE_NOT_WATCHED(OtherBug::notWatched),
    CREATES_WHILE_DELETED(OtherBug::createsWhileDeleted),
    WIPES_WHAT_OTHERS_WROTE(OtherBug::wipes),
    NEW_NAME_FOR_EACH_TRY(OtherBug::newName),
    SHARED_MAP_OVERWRITTEN(OtherBug::sharedMap);

    private static final ResourceKey SHARED = ResourceKey.of("default", "shared");

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final BiConsumer<Simulation, Boolean> body;

    OtherBug(BiConsumer<Simulation, Boolean> body) {
        this.body = body;
    }

    void wrong(Simulation sim) {
        body.accept(sim, false);
    }

    void right(Simulation sim) {
        body.accept(sim, true);
    }

    private static void doneInMemory(Simulation sim, boolean right) {
        Outside cloud = sim.outside("cloud");
        Map<String, Integer> loads = new LinkedHashMap<>();
        sim.controller(Controller.of(Database.KIND, () -> {
            Set<String> loaded = new LinkedHashSet<>();
            return (db, ctx) -> {
                if (loaded.add(db.uid())) {
                    cloud.call(
                            "load " + db.name(), () -> loads.merge(db.uid(), 1, (was, one) -> right ? was : was + one));
                }
                return Outcome.done();
            };
        }));
        sim.workload(w -> w.create(Database.of("d", 1)).edit(Database.KIND, "d", db -> db.withReplicas(2)));
        sim.always(
                "no database is loaded twice", state -> loads.values().stream().allMatch(times -> times == 1));
    }

    private static void randomVictim(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            List<Member> members = ctx.owned(Member.KIND);
            for (int i = 0; i < db.spec().replicas(); i++) {
                String name = "d-" + i;
                if (right
                        ? ctx.find(Member.KIND, Member.key(name)).isEmpty()
                        : members.size() < db.spec().replicas() && absent(members, name)) {
                    ctx.create(Member.of(name, 1));
                }
            }
            int surplus = members.size() - db.spec().replicas();
            for (int i = 0; i < surplus; i++) {
                int victim = right
                        ? members.size() - 1 - i
                        : ctx.environment().random("victim").nextInt(members.size());
                ctx.delete(members.get(victim));
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Member.KIND));
        sim.workload(w -> w.create(Database.of("d", 3)).edit(Database.KIND, "d", db -> db.withReplicas(2)));
        boolean[] complete = {false};
        sim.always("never fewer than two, once there were", state -> {
            int members = state.list(Member.KIND).size();
            complete[0] |= members >= 2;
            return members >= 2 || !complete[0];
        });
    }

    private static boolean absent(List<Member> members, String name) {
        return members.stream().noneMatch(member -> member.name().equals(name));
    }

    private static void countedSteps(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            int made = 0;
            for (int i = 0; i < db.spec().replicas(); i++) {
                if (ctx.find(Member.KIND, Member.key("d-" + i)).isEmpty()) {
                    ctx.create(Member.of("d-" + i, 1));
                    made++;
                }
            }
            String phase = db.status().phase();
            int before = phase.isEmpty() ? 0 : Integer.parseInt(phase);
            int count = right ? db.spec().replicas() : before + made;
            ctx.updateStatus(db.withStatus(db.status().withPhase("" + count, "")));
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Member.KIND));
        sim.workload(w -> w.create(Database.of("d", 2)).edit(Database.KIND, "d", db -> db.withReplicas(3)));
        sim.eventuallyStable(
                "the status counts the members", state -> phaseOf(state, "d").equals("3"));
    }

    private static String phaseOf(State state, String name) {
        return state.find(Database.KIND, name).map(db -> db.status().phase()).orElse("");
    }

    private static void markedBefore(Simulation sim, boolean right) {
        Outside cloud = sim.outside("cloud");
        Set<String> migrated = new LinkedHashSet<>();
        Reconciler<Database> reconciler = (db, ctx) -> {
            if (!db.status().phase().equals(db.spec().config())) {
                if (right) {
                    cloud.call("migrate", () -> migrated.add(db.spec().config()));
                }
                ctx.updateStatus(db.withStatus(db.status().withPhase(db.spec().config(), "")));
                if (!right) {
                    cloud.call("migrate", () -> migrated.add(db.spec().config()));
                }
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Database.of("d", 1)).edit(Database.KIND, "d", db -> db.withConfig("two")));
        sim.eventuallyStable("what is said to be migrated is", state -> migrated.contains(phaseOf(state, "d")));
    }

    private static void absentIsGone(Simulation sim, boolean right) {
        Outside cloud = sim.outside("cloud");
        Map<String, String> nameOfVm = new TreeMap<>();
        Set<String> lost = new LinkedHashSet<>();
        KeyReconciler<Database> reconciler = (key, found, ctx) -> {
            found.ifPresent(db -> cloud.call("create vm/" + db.name(), () -> nameOfVm.put(db.uid(), db.name())));
            for (String uid : List.copyOf(nameOfVm.keySet())) {
                String name = nameOfVm.getOrDefault(uid, "");
                Optional<Database> owner =
                        right ? ctx.client().find(Database.KIND, name) : ctx.find(Database.KIND, Database.key(name));
                if (owner.filter(db -> db.uid().equals(uid)).isEmpty()) {
                    cloud.call("delete vm/" + name, () -> nameOfVm.remove(uid));
                    lost.add(uid);
                }
            }
            return Outcome.done();
        };
        sim.controller(Controller.ofKeys(Database.KIND, () -> reconciler));
        sim.workload(
                w -> w.create(Database.of("d", 1)).create(Database.of("e", 1)).delete(Database.KIND, "d"));
        sim.always(
                "no live database loses its vm",
                state -> state.list(Database.KIND).stream().noneMatch(db -> db.isLive() && lost.contains(db.uid())));
    }

    private static void notWatched(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            String config = ctx.find(ConfigMap.KIND, SHARED)
                    .map(map -> map.data().getOrDefault("config", ""))
                    .orElse("");
            ctx.apply(Member.of("d-0", 1, config));
            return Outcome.done();
        };
        ControllerSpec<Database> controller =
                Controller.of(Database.KIND, () -> reconciler).owns(Member.KIND);
        sim.controller(
                right
                        ? controller.watches(
                                ConfigMap.KIND,
                                (map, caches) -> caches.list(Database.KIND).stream()
                                        .map(Database::key)
                                        .toList())
                        : controller.reads(ConfigMap.KIND));
        sim.workload(w -> w.create(shared("one"))
                .create(Database.of("d", 1))
                .edit(ConfigMap.KIND, "shared", map -> map.withData(Map.of("config", "two"))));
        sim.eventuallyStable(
                "the member has the config",
                state -> state.find(Member.KIND, "d-0")
                        .filter(member -> member.spec().config().equals("two"))
                        .isPresent());
    }

    private static ConfigMap shared(String config) {
        return new ConfigMap(ObjectMeta.named("default", "shared"), Map.of(), Map.of("config", config), null);
    }

    private static void createsWhileDeleted(Simulation sim, boolean right) {
        String mark = "example.com/members";
        KeyReconciler<Database> reconciler = (key, found, ctx) -> {
            if (found.isEmpty()) {
                return Outcome.done();
            }
            Database db = found.get();
            Database held = ctx.patch(
                    db, now -> now.isLive() ? now.withMetadata(now.metadata().withFinalizer(mark)) : now);
            if (ctx.find(Member.KIND, Member.key("d-0")).isEmpty() && (held.isLive() || !right)) {
                Transaction create = ctx.client().transaction().create(Member.of("d-0", 1));
                (right ? create.require(Precondition.revision(held)) : create).commit();
            }
            return held.isLive() ? Outcome.done() : leave(held, ctx, mark);
        };
        sim.controller(Controller.ofKeys(Database.KIND, () -> reconciler)
                .watches(Member.KIND, (member, caches) -> List.of(Database.key("d"))));
        sim.workload(w -> w.create(Database.of("d", 1)).delete(Database.KIND, "d"));
        sim.eventuallyStable(
                "no member is left", state -> state.list(Member.KIND).isEmpty());
    }

    private static Outcome leave(Database db, Context<Database> ctx, String mark) {
        Optional<Member> member = ctx.client().find(Member.KIND, "d-0");
        member.ifPresent(ctx::delete);
        ctx.patch(db, now -> now.withMetadata(now.metadata().withoutFinalizer(mark)));
        return Outcome.done();
    }

    private static void wipes(Simulation sim, boolean right) {
        sim.controller(Controller.of(Database.KIND, () -> owner("one", right))
                .named("one")
                .watches(ConfigMap.KIND, (map, caches) -> List.of(Database.key("d"))));
        sim.controller(Controller.of(Database.KIND, () -> owner("two", right))
                .named("two")
                .watches(ConfigMap.KIND, (map, caches) -> List.of(Database.key("d"))));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.eventuallyStable(
                "both have written",
                state -> state.find(ConfigMap.KIND, "shared")
                        .filter(map -> map.data().keySet().equals(Set.of("one", "two")))
                        .isPresent());
    }

    private static Reconciler<Database> owner(String name, boolean right) {
        ConfigMap mine = new ConfigMap(ObjectMeta.named("default", "shared"), Map.of(), Map.of(name, "1"), null);
        return (db, ctx) -> {
            Optional<ConfigMap> present = ctx.find(ConfigMap.KIND, SHARED);
            if (right) {
                ctx.apply(mine);
            } else if (present.isEmpty()) {
                ctx.create(mine);
            } else if (!present.get().data().equals(mine.data())) {
                ctx.client().update(mine);
            }
            return Outcome.done();
        };
    }

    private static void newName(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            if (right) {
                ctx.apply(Member.of("d-0", 1));
            } else if (ctx.owned(Member.KIND).isEmpty()) {
                ctx.create(Member.of("d-" + ctx.environment().newUid().substring(0, 8), 1));
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Member.KIND));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.always("never two members", state -> state.list(Member.KIND).size() <= 1);
    }

    private static void sharedMap(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            ConfigMap read = ctx.find(ConfigMap.KIND, SHARED).orElseThrow();
            if (right) {
                ctx.patch(read, now -> now.withData(with(now.data(), db.name())));
            } else if (!read.data().containsKey(db.name())) {
                ctx.client()
                        .update(new ConfigMap(
                                ObjectMeta.named("default", "shared"), Map.of(), with(read.data(), db.name()), null));
            }
            return Outcome.done();
        };
        sim.controller(
                Controller.of(Database.KIND, () -> reconciler).concurrency(2).reads(ConfigMap.KIND));
        sim.workload(w -> w.create(shared("")).create(Database.of("d", 1)).create(Database.of("e", 1)));
        sim.eventuallyStable(
                "both have their entry",
                state -> state.find(ConfigMap.KIND, "shared")
                        .filter(map -> map.data().keySet().containsAll(Set.of("d", "e")))
                        .isPresent());
    }

    private static Map<String, String> with(Map<String, String> data, String name) {
        Map<String, String> all = new TreeMap<>(data);
        all.put(name, "1");
        return all;
    }
}
