package io.coxswain.simulation.bugs;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Cleaner;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.KeyReconciler;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.simulation.FreeCheck;
import io.coxswain.simulation.Outside;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The known bugs of the specification, by number. Each declares a simulation of the wrong controller, or of the same one put right. */
enum KnownBug {
    ONLY_THE_FIRST_SECRET_IS_LOOKED_FOR(1, KnownBug::secrets),
    CLAIM_FOUND_BY_NAME(2, KnownBug::claimByName),
    CLAIM_DELETED_ON_DELETION_TIMESTAMP(3, KnownBug::claimOfPod),
    MACHINES_COUNTED_IN_CACHE(4, KnownBug::machines),
    RESIZE_INFERRED_FROM_OLD_SET(5, KnownBug::resize),
    CLOUD_ID_RECORDED_AFTERWARDS(6, KnownBug::cloudId),
    FLAG_ALONE_RESTARTS_PODS(7, KnownBug::outOfSync),
    SECRET_BY_CACHED_FLAG(8, KnownBug::cachedFlag),
    SCALE_DOWN_REFUSED_BY_SET(9, KnownBug::refusedScaleDown),
    SHRINKS_BEFORE_PHASE(10, KnownBug::phase),
    TIMEOUT_TAKEN_FOR_SUCCESS(11, KnownBug::timeout),
    EXPECTATIONS_BY_NAME(12, KnownBug::expectations),
    TRANSITION_TIME_EVERY_PASS(13, KnownBug::transitionTime),
    EXTERNAL_BEFORE_FINALIZER(14, KnownBug::finalizer),
    UNFENCED_LEADER(15, UnfencedLeader::declare);

    private final int number;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final BiConsumer<Simulation, Boolean> body;

    KnownBug(int number, BiConsumer<Simulation, Boolean> body) {
        this.number = number;
        this.body = body;
    }

    int number() {
        return number;
    }

    void wrong(Simulation sim) {
        body.accept(sim, false);
    }

    void right(Simulation sim) {
        body.accept(sim, true);
    }

    private static <R extends Resource<R>> boolean exists(State state, Kind<R> kind, String name) {
        return state.find(kind, name).isPresent();
    }

    private static Secret secret(String name) {
        return new Secret(ObjectMeta.named("default", name), "Opaque", Map.of(), null, Map.of());
    }

    private static void secrets(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            boolean first = ctx.find(Secret.KIND, Database.key("tls")).isPresent();
            if (!first) {
                ctx.create(secret("tls"));
            }
            if (right ? ctx.find(Secret.KIND, Database.key("tls-int")).isEmpty() : !first) {
                ctx.create(secret("tls-int"));
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Secret.KIND));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.eventuallyStable(
                "both secrets exist",
                state -> exists(state, Secret.KIND, "tls") && exists(state, Secret.KIND, "tls-int"));
    }

    private static final class ClaimByName implements Reconciler<Database>, Cleaner<Database> {
        private final boolean right;

        ClaimByName(boolean right) {
            this.right = right;
        }

        @Override
        public Outcome reconcile(Database db, Context<Database> ctx) {
            if (ctx.find(Claim.KIND, Claim.key("d-data")).isEmpty()) {
                ctx.create(Claim.of("d-data", db.spec().size()));
            }
            return Outcome.done();
        }

        @Override
        public Outcome cleanup(Database db, Context<Database> ctx) {
            ctx.client()
                    .find(Claim.KIND, Claim.key("d-data"))
                    .filter(claim -> !right
                            || claim.metadata()
                                    .controller()
                                    .filter(owner -> owner.uid().equals(db.uid()))
                                    .isPresent())
                    .ifPresent(ctx::delete);
            return Outcome.done();
        }
    }

    private static void claimByName(Simulation sim, boolean right) {
        sim.controller(
                Controller.of(Database.KIND, () -> new ClaimByName(right)).owns(Claim.KIND));
        sim.workload(
                w -> w.create(Database.of("d", 1)).delete(Database.KIND, "d").create(Database.of("d", 1)));
        Map<String, String> ownerOfClaim = new LinkedHashMap<>();
        sim.always("a live owner's claim is never deleted", state -> {
            Set<String> live = new LinkedHashSet<>();
            state.list(Database.KIND).stream().filter(Database::isLive).forEach(db -> live.add(db.uid()));
            Map<String, String> present = new LinkedHashMap<>();
            state.list(Claim.KIND)
                    .forEach(claim -> present.put(
                            claim.metadata().uid(),
                            claim.metadata().controller().orElseThrow().uid()));
            boolean lost = ownerOfClaim.entrySet().stream()
                    .anyMatch(was -> !present.containsKey(was.getKey()) && live.contains(was.getValue()));
            ownerOfClaim.clear();
            ownerOfClaim.putAll(present);
            return !lost;
        });
        sim.eventuallyStable(
                "claims as databases",
                state -> state.list(Database.KIND).size()
                        == state.list(Claim.KIND).size());
    }

    private static void claimOfPod(Simulation sim, boolean right) {
        KeyReconciler<Member> reconciler = (key, pod, ctx) -> {
            Optional<Claim> claim = ctx.find(Claim.KIND, key);
            boolean leaving = pod.isEmpty() || pod.get().metadata().isDeleting();
            if (!leaving && claim.isEmpty()) {
                ctx.create(Claim.of(key.name(), 1));
            } else if (right ? pod.isEmpty() : leaving && pod.isPresent()) {
                claim.ifPresent(ctx::delete);
            }
            return Outcome.done();
        };
        sim.controller(Controller.ofKeys(Member.KIND, () -> reconciler)
                .watches(Claim.KIND, (claim, caches) -> List.of(claim.key())));
        Member pod = Member.of("p", 1);
        sim.workload(w -> w.create(pod.withMetadata(pod.metadata().withFinalizer("example.com/kubelet")))
                .delete(Member.KIND, "p")
                .edit(Member.KIND, "p", now -> now.withMetadata(now.metadata().withFinalizers(List.of()))));
        sim.eventuallyStable(
                "no claim without its pod",
                state -> state.list(Claim.KIND).stream()
                        .allMatch(claim -> state.find(Member.KIND, claim.key()).isPresent()));
    }

    private static void machines(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            int present = ctx.owned(Member.KIND).size();
            if (right) {
                for (int i = 0; i < db.spec().replicas(); i++) {
                    if (ctx.find(Member.KIND, Member.key(db.name() + "-" + i)).isEmpty()) {
                        ctx.create(Member.of(db.name() + "-" + i, 1));
                    }
                }
            } else {
                for (int i = present; i < db.spec().replicas(); i++) {
                    int random = ctx.environment().random("names").nextInt(1 << 20);
                    ctx.create(Member.of(db.name() + "-" + Integer.toHexString(random), 1));
                }
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Member.KIND));
        sim.workload(w -> w.create(Database.of("d", 2)).edit(Database.KIND, "d", db -> db.withReplicas(3)));
        sim.always(
                "no more machines than replicas",
                state -> state.list(Member.KIND).size()
                        <= state.list(Database.KIND).stream()
                                .mapToInt(db -> db.spec().replicas())
                                .sum());
        sim.eventuallyStable(
                "machines as asked", state -> state.list(Member.KIND).size() == 3);
    }

    private static void resize(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            int wanted = db.spec().size();
            Optional<Claim> claim = ctx.find(Claim.KIND, Claim.key("d-data"));
            Optional<Replicas> set = ctx.find(Replicas.KIND, Replicas.key("d"));
            if (claim.isEmpty()) {
                ctx.create(Claim.of("d-data", wanted));
            }
            boolean resized = right
                    ? claim.isPresent() && claim.get().spec().size() != wanted
                    : set.isPresent() && set.get().spec().size() != wanted;
            set.filter(old -> old.spec().size() != wanted).ifPresent(ctx::delete);
            if (resized) {
                claim.ifPresent(old -> ctx.patch(old, now -> now.withSize(wanted)));
            }
            if (set.filter(old -> old.spec().size() == wanted).isEmpty()) {
                ctx.create(Replicas.of("d", wanted));
            }
            return Outcome.done();
        };
        sim.controller(
                Controller.of(Database.KIND, () -> reconciler).owns(Claim.KIND).owns(Replicas.KIND));
        sim.workload(w -> w.create(Database.of("d", 1)).edit(Database.KIND, "d", db -> db.withSize(2)));
        sim.eventuallyStable(
                "the claim's size is the spec's",
                state -> state.find(Claim.KIND, "d-data")
                        .filter(claim -> claim.spec().size() == 2)
                        .isPresent());
    }

    private static void cloudId(Simulation sim, boolean right) {
        Outside cloud = sim.outside("cloud");
        Map<String, String> ownerOfVm = new LinkedHashMap<>();
        Reconciler<Database> reconciler = (db, ctx) -> {
            if (db.status().id().isEmpty()) {
                String id = cloud.call("create vm/" + db.name(), () -> {
                    String made = right ? "vm-" + db.uid() : "vm-" + ownerOfVm.size();
                    ownerOfVm.put(made, db.uid());
                    return made;
                });
                ctx.updateStatus(db.withStatus(db.status().withId(id)));
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Database.of("d", 1)).edit(Database.KIND, "d", db -> db.withReplicas(2)));
        sim.always(
                "at most one cloud resource per owner",
                state -> new LinkedHashSet<>(ownerOfVm.values()).size() == ownerOfVm.size());
    }

    private static void outOfSync(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            String wanted = db.spec().config();
            Optional<ConfigMap> config = ctx.find(ConfigMap.KIND, Database.key("d-config"));
            Optional<Member> pod = ctx.find(Member.KIND, Member.key("d-0"));
            boolean changed =
                    config.isPresent() && !wanted.equals(config.get().data().get("config"));
            if (config.isEmpty() || changed) {
                ctx.apply(new ConfigMap(ObjectMeta.named("d-config"), Map.of(), Map.of("config", wanted), null));
            }
            if (pod.isEmpty()) {
                ctx.create(Member.of("d-0", 1, wanted));
            } else if (right && !pod.get().spec().config().equals(wanted)) {
                ctx.patch(pod.get(), now -> now.withConfig(wanted));
            } else if (!right && db.status().outOfSync()) {
                ctx.patch(pod.get(), now -> now.withConfig(wanted));
                ctx.updateStatus(db.withStatus(db.status().withOutOfSync(false)));
            } else if (!right && changed) {
                ctx.updateStatus(db.withStatus(db.status().withOutOfSync(true)));
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler)
                .owns(ConfigMap.KIND)
                .owns(Member.KIND));
        sim.workload(w -> w.create(Database.of("d", 1)).edit(Database.KIND, "d", db -> db.withConfig("two")));
        sim.eventuallyStable(
                "the pod has the spec's config",
                state -> state.find(Member.KIND, "d-0")
                        .filter(pod -> pod.spec().config().equals("two"))
                        .isPresent());
    }

    private static void cachedFlag(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            Optional<Secret> secret = ctx.find(Secret.KIND, Database.key("d-tls"));
            if (db.spec().tls() && secret.isEmpty()) {
                ctx.create(secret("d-tls"));
            } else if (!db.spec().tls() && secret.isPresent()) {
                if (right) {
                    ctx.client()
                            .transaction()
                            .delete(secret.get())
                            .require(Precondition.revision(db))
                            .commit();
                } else {
                    ctx.delete(secret.get());
                }
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Secret.KIND));
        sim.workload(w -> w.create(Database.of("d", 1).withTls(false))
                .edit(Database.KIND, "d", db -> db.withTls(true))
                .edit(Database.KIND, "d", db -> db.withTls(false))
                .edit(Database.KIND, "d", db -> db.withTls(true)));
        List<Boolean> before = new ArrayList<>();
        sim.always("the secret is never deleted while the spec is on", state -> {
            boolean present = exists(state, Secret.KIND, "d-tls");
            boolean was = !before.isEmpty() && before.get(before.size() - 1);
            before.add(present);
            boolean on =
                    state.find(Database.KIND, "d").filter(db -> db.spec().tls()).isPresent();
            return present || !was || !on;
        });
        sim.eventuallyStable("the secret is there", state -> exists(state, Secret.KIND, "d-tls"));
    }

    private static void refusedScaleDown(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            int wanted = db.spec().replicas();
            Optional<Replicas> set = ctx.find(Replicas.KIND, Replicas.key("d"));
            if (set.isEmpty()) {
                ctx.create(Replicas.of("d", wanted));
            } else if (right
                    ? wanted != set.get().spec().size()
                    : wanted > set.get().spec().size()) {
                ctx.patch(set.get(), now -> now.withSize(wanted));
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Replicas.KIND));
        sim.workload(w -> w.create(Database.of("d", 1))
                .edit(Database.KIND, "d", db -> db.withReplicas(3))
                .edit(Database.KIND, "d", db -> db.withReplicas(2)));
        sim.sameEndAsFaultless();
    }

    private static void phase(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            for (int i = 0; i < db.spec().replicas() && db.status().phase().isEmpty(); i++) {
                if (ctx.find(Claim.KIND, Claim.key("d-" + i)).isEmpty()) {
                    ctx.create(Claim.of("d-" + i, 1));
                }
                if (ctx.find(Member.KIND, Member.key("d-" + i)).isEmpty()) {
                    ctx.create(Member.of("d-" + i, 1));
                }
            }
            String last = "d-" + db.spec().replicas();
            Optional<Member> surplus = ctx.find(Member.KIND, Member.key(last));
            if (right) {
                return shrinkByPhase(db, ctx, last, surplus);
            }
            if (!db.status().phase().isEmpty()) {
                ctx.find(Claim.KIND, Claim.key(db.status().victim())).ifPresent(ctx::delete);
                ctx.updateStatus(db.withStatus(db.status().withPhase("", "")));
            } else if (surplus.isPresent()) {
                ctx.delete(surplus.get());
                ctx.updateStatus(db.withStatus(db.status().withPhase("CleaningUp", last)));
            }
            return Outcome.done();
        };
        sim.controller(
                Controller.of(Database.KIND, () -> reconciler).owns(Member.KIND).owns(Claim.KIND));
        sim.workload(w -> w.create(Database.of("d", 2)).edit(Database.KIND, "d", db -> db.withReplicas(1)));
        sim.eventuallyStable(
                "claims and pods as asked",
                state -> state.list(Claim.KIND).size() == 1
                        && state.list(Member.KIND).size() == 1);
    }

    private static Outcome shrinkByPhase(Database db, Context<Database> ctx, String last, Optional<Member> surplus) {
        String victim = db.status().victim();
        if (!victim.isEmpty()) {
            ctx.find(Member.KIND, Member.key(victim)).ifPresent(ctx::delete);
            ctx.find(Claim.KIND, Claim.key(victim)).ifPresent(ctx::delete);
            ctx.updateStatus(db.withStatus(db.status().withPhase("", "")));
        } else if (surplus.isPresent() || ctx.find(Claim.KIND, Claim.key(last)).isPresent()) {
            ctx.updateStatus(db.withStatus(db.status().withPhase("Shrinking", last)));
        }
        return Outcome.done();
    }

    private static void timeout(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            for (int i = 0; i < db.spec().replicas(); i++) {
                if (ctx.find(Member.KIND, Member.key("d-" + i)).isEmpty()) {
                    try {
                        ctx.create(Member.of("d-" + i, 1));
                    } catch (RequestTimeoutException e) {
                        if (right) {
                            return Outcome.retryWithBackoff("no answer");
                        }
                    }
                }
            }
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler).owns(Member.KIND));
        sim.workload(w -> w.create(Database.of("d", 2)));
        sim.without(FreeCheck.UNANSWERED_IS_NOT_SUCCESS);
        sim.eventuallyStable(
                "replicas reached", state -> state.list(Member.KIND).size() == 2);
    }

    private static final class Expectations implements KeyReconciler<Database> {
        private final boolean right;
        private final Set<String> created = new LinkedHashSet<>();

        Expectations(boolean right) {
            this.right = right;
        }

        @Override
        public Outcome reconcile(ResourceKey key, Optional<Database> found, Context<Database> ctx) {
            if (found.isEmpty()) {
                created.remove(key.name());
                return Outcome.done();
            }
            String expectation = right ? found.get().uid() : key.name();
            if (!created.contains(expectation)) {
                if (ctx.owned(Member.KIND).isEmpty()) {
                    ctx.create(Member.of("d-0", 1));
                }
                created.add(expectation);
            }
            return Outcome.done();
        }
    }

    private static void expectations(Simulation sim, boolean right) {
        sim.controller(
                Controller.ofKeys(Database.KIND, () -> new Expectations(right)).owns(Member.KIND));
        sim.workload(
                w -> w.create(Database.of("d", 1)).delete(Database.KIND, "d").create(Database.of("d", 1)));
        sim.eventuallyStable("the database has its pod", state -> {
            String uid = state.find(Database.KIND, "d").orElseThrow().uid();
            return state.list(Member.KIND).stream()
                    .anyMatch(pod ->
                            pod.metadata().controller().orElseThrow().uid().equals(uid));
        });
    }

    private static void transitionTime(Simulation sim, boolean right) {
        Reconciler<Database> reconciler = (db, ctx) -> {
            Database.Status status = db.status().withPhase("Ready", "");
            if (!right || !db.status().phase().equals("Ready")) {
                status = status.withLastTransitionTime(ctx.now());
            }
            ctx.updateStatus(db.withStatus(status));
            return Outcome.done();
        };
        sim.controller(Controller.of(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Database.of("d", 1)));
        sim.eventuallyStable(
                "it is ready",
                state -> state.find(Database.KIND, "d")
                        .filter(db -> db.status().phase().equals("Ready"))
                        .isPresent());
    }

    private static void finalizer(Simulation sim, boolean right) {
        String mark = "example.com/vm";
        Outside cloud = sim.outside("cloud");
        Set<String> vms = new LinkedHashSet<>();
        KeyReconciler<Database> reconciler = (key, found, ctx) -> {
            if (found.isEmpty() || !found.get().isLive()) {
                if (right || found.isPresent()) {
                    cloud.call("delete vm/" + key.name(), () -> vms.remove(key.name()));
                }
                found.ifPresent(db ->
                        ctx.patch(db, now -> now.withMetadata(now.metadata().withoutFinalizer(mark))));
                return Outcome.done();
            }
            Database db = found.get();
            if (right) {
                ctx.patch(db, now -> now.withMetadata(now.metadata().withFinalizer(mark)));
            }
            cloud.call("create vm/" + key.name(), () -> vms.add(key.name()));
            if (!right) {
                ctx.patch(db, now -> now.withMetadata(now.metadata().withFinalizer(mark)));
            }
            return Outcome.done();
        };
        sim.controller(Controller.ofKeys(Database.KIND, () -> reconciler));
        sim.workload(w -> w.create(Database.of("d", 1)).delete(Database.KIND, "d"));
        sim.eventuallyStable(
                "no vm without its database", state -> vms.stream().allMatch(vm -> exists(state, Database.KIND, vm)));
    }
}
