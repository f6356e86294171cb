package io.coxswain.cluster;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.DeploymentCondition;
import io.coxswain.api.apps.v1.DeploymentStatus;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.client.Cause;
import io.coxswain.client.Transaction;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a durable store says of an earlier run of the cluster and is no longer so: nothing that ran then runs now, and the cluster may have other addresses. Put right before anybody can read it, so that
 * a Deployment isn't awaited in vain of pods that are gone, nor a dead endpoint picked. The rest, such as starting the pods again, is the work of the controllers and the node agent, as ever.
 */
final class EarlierRun {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Cause CAUSE = Cause.by("cluster start");

    private final Store store;
    private final Environment environment;
    private final StoreSnapshot found;
    private final List<Write> writes = new ArrayList<>();

    EarlierRun(Store store, Environment environment) {
        this.store = store;
        this.environment = environment;
        found = store.snapshot();
    }

    /** Does nothing in a store that is new. */
    void settle(String node, Services services) {
        change(Pod.KIND, Selection.all().field("spec.nodeName", node), this::unready);
        change(EndpointSlice.KIND, Selection.all(), EarlierRun::unready);
        change(ReplicaSet.KIND, Selection.all(), EarlierRun::unready);
        change(Deployment.KIND, Selection.all(), this::unready);
        change(Service.KIND, Selection.all(), service -> services.moved(service, found));
        for (int from = 0; from < writes.size(); from += Transaction.MAX_OPERATIONS) {
            List<Write> some = writes.subList(from, Math.min(writes.size(), from + Transaction.MAX_OPERATIONS));
            environment.await(store.commit(new StoreTransaction(List.of(), some, CAUSE)), LIMIT);
        }
    }

    private <R extends Resource<R>> void change(Kind<R> kind, Selection selection, UnaryOperator<R> change) {
        for (R object : found.list(kind, selection)) {
            R changed = change.apply(object);
            if (!changed.equals(object)) {
                StoredObject<R> stored = Objects.requireNonNull(found.get(kind, object.key()));
                writes.add(new Write.Put<>(kind, stored.with(changed)));
            }
        }
    }

    private Pod unready(Pod pod) {
        if (pod.isTerminal()) {
            return pod;
        }
        PodStatus status = pod.status();
        for (String type : List.of("ContainersReady", "Ready")) {
            if (status.condition(type).filter(PodCondition::isTrue).isPresent()) {
                status = status.withCondition(PodCondition.of(type, "False", "ContainersNotReady", "the cluster starts")
                        .withLastTransitionTime(environment.now()));
            }
        }
        return pod.withStatus(status);
    }

    private static EndpointSlice unready(EndpointSlice slice) {
        return slice.withEndpoints(
                slice.endpoints().stream().map(EarlierRun::unready).toList());
    }

    /** Endpoints that aren't pods are somebody else's. */
    private static Endpoint unready(Endpoint endpoint) {
        ObjectReference target = endpoint.targetRef();
        return target == null || !target.kind().equals(Pod.KIND.name())
                ? endpoint
                : endpoint.withConditions(new EndpointConditions(
                        false, false, endpoint.conditions().terminating()));
    }

    private static ReplicaSet unready(ReplicaSet set) {
        return set.withStatus(set.status().withReadyReplicas(0).withAvailableReplicas(0));
    }

    private Deployment unready(Deployment deployment) {
        DeploymentStatus status = deployment.status();
        if (status.readyReplicas() == 0) {
            return deployment;
        }
        DeploymentCondition unavailable = DeploymentCondition.of(
                        "Available", "False", "MinimumReplicasUnavailable", "the cluster starts")
                .withLastTransitionTime(environment.now())
                .withLastUpdateTime(environment.now());
        return deployment.withStatus(status.with(
                        counts -> counts.readyReplicas(0).availableReplicas(0).unavailableReplicas(status.replicas()))
                .withCondition(unavailable));
    }
}
