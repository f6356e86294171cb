package io.coxswain.simulation.bugs;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import io.coxswain.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Copies the config of a database while it leads, by an elector of its own. Goes on leading while it waits for the answer to a renewal, and its writes aren't fenced. */
final class UnfencedLeader {
    private static final ResourceKey LEASE = ResourceKey.of("default", "leader");
    private static final ResourceKey COPY = ResourceKey.of("default", "copy");
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LEASE_TIME = Duration.ofSeconds(15);
    private static final Duration WORK = Duration.ofSeconds(1);

    private final String name;
    private final boolean right;
    private final AsyncClient api;
    private final Environment environment;
    private final Executor serial;
    private long seenRevision;
    private long seenAt;
    private Optional<Lease> held = Optional.empty();

    private UnfencedLeader(String name, boolean right, Client client, Environment environment) {
        this.name = name;
        this.right = right;
        this.environment = environment;
        api = client.async();
        serial = environment.serial("leader");
        serial.execute(this::elect);
        serial.execute(this::work);
    }

    static void declare(Simulation sim, boolean right) {
        for (String name : List.of("a", "b")) {
            sim.program(name, (client, environment) -> new UnfencedLeader(name, right, client, environment));
        }
        sim.workload(w -> {
            w.create(Database.of("d", 1));
            for (int i = 0; i < 10; i++) {
                String config = "config-" + i;
                w.pause(Duration.ofSeconds(2)).edit(Database.KIND, "d", db -> db.withConfig(config));
            }
        });
        sim.eventuallyStable(
                "the config is copied",
                state -> state.find(ConfigMap.KIND, COPY)
                        .filter(copy -> Objects.equals(copy.data().get("config"), "config-9"))
                        .isPresent());
    }

    private void elect() {
        api.find(Lease.KIND, LEASE)
                .thenCompose(found -> {
                    if (found.isEmpty()) {
                        Lease mine = new Lease(ObjectMeta.named("default", "leader"), holding(LeaseSpec.EMPTY, 0));
                        return api.create(mine).thenApply(Optional::of);
                    }
                    return renewOrTake(found.get());
                })
                .whenComplete((lease, failure) -> serial.execute(() -> {
                    held = failure == null ? lease : Optional.empty();
                    environment.schedule(RETRY, serial, this::elect);
                }));
    }

    private java.util.concurrent.CompletionStage<Optional<Lease>> renewOrTake(Lease lease) {
        LeaseSpec spec = lease.spec();
        boolean mine = name.equals(spec.holderIdentity());
        if (lease.metadata().resourceVersion() != seenRevision) {
            seenRevision = lease.metadata().resourceVersion();
            seenAt = environment.nanoTime();
        }
        if (!mine && environment.nanoTime() - seenAt < LEASE_TIME.toNanos()) {
            return java.util.concurrent.CompletableFuture.completedStage(Optional.empty());
        }
        int transitions = Objects.requireNonNullElse(spec.leaseTransitions(), 0);
        return api.update(lease.withSpec(holding(spec, mine ? transitions : transitions + 1)))
                .thenApply(Optional::of);
    }

    private LeaseSpec holding(LeaseSpec spec, int transitions) {
        return spec.withHolderIdentity(name)
                .withLeaseTransitions(transitions)
                .withLeaseDurationSeconds((int) LEASE_TIME.toSeconds())
                .withRenewTime(environment.now());
    }

    private void work() {
        held.ifPresent(this::copy);
        environment.schedule(WORK, serial, this::work);
    }

    private void copy(Lease lease) {
        AsyncClient writer = right
                ? api.requiring(List.of(new Precondition.LeaseHeld(
                        Lease.KIND,
                        LEASE,
                        lease.metadata().uid(),
                        name,
                        Objects.requireNonNullElse(lease.spec().leaseTransitions(), 0))))
                : api;
        var unused = api.find(Database.KIND, Database.key("d"))
                .thenCombine(api.find(ConfigMap.KIND, COPY), (db, copy) -> {
                    if (db.isPresent()) {
                        String config = db.get().spec().config();
                        if (copy.isEmpty()) {
                            writer.create(new ConfigMap(
                                    ObjectMeta.named("default", "copy"), Map.of(), Map.of("config", config), null));
                        } else if (!Objects.equals(copy.get().data().get("config"), config)) {
                            writer.update(copy.get().withData(Map.of("config", config)));
                        }
                    }
                    return db;
                });
    }
}
