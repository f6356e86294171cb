package io.coxswain.cluster;

import io.coxswain.api.Kinds;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Service;
import io.coxswain.balancing.Balancer;
import io.coxswain.client.CauseChain;
import io.coxswain.client.Client;
import io.coxswain.client.Committed;
import io.coxswain.client.Transaction;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Environment;
import io.coxswain.error.InvalidException;
import io.coxswain.error.NotFoundException;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.ImageMap;
import io.coxswain.node.runtime.jvm.JvmWorker;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.scheduling.Profile;
import io.coxswain.scheduling.SchedulingDecision;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreRecipe;
import io.coxswain.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A whole Kubernetes control plane with one node, inside this application: what is applied runs as local workers, supervised, scaled, updated and load-balanced.
 *
 * <pre>{@code
 * try (Cluster cluster = Cluster.start()) {
 *     cluster.apply(Path.of("crawler.yaml"));
 *     cluster.await(Deployment.KIND, "crawler", Deployment::isAvailable, Duration.ofSeconds(30));
 *     Endpoint endpoint = cluster.balancer("crawler").pick();
 * }
 * }</pre>
 *
 * <p>Nothing that it started outlives it, however this JVM ends. Several clusters in one JVM, and on one machine, don't disturb each other. Thread-safe; calls wait for their answer.
 */
public final class Cluster implements AutoCloseable {
    private static final String MANAGER = "cluster";
    private static final String NAMESPACE = "default";
    private static final Duration ENDPOINT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final ControlPlane plane;
    private final Environment environment;
    private final Client client;
    private final Kinds kinds;

    private Cluster(Builder builder) {
        environment = builder.environment;
        kinds = builder.kinds;
        plane = ControlPlane.start(builder);
        client = plane.client();
    }

    /** Starts a cluster with nothing special about it. */
    public static Cluster start() {
        return builder().start();
    }

    /** Starts the description of a cluster. */
    public static Builder builder() {
        return new Builder();
    }

    /** The API. */
    public Client client() {
        return client;
    }

    /** How the present state of an object came about: who changed it, what made them act, and so on back to a person or a clock. */
    public CauseChain causes(ResourceRef object) {
        return client.causes(object);
    }

    /**
     * Makes all objects of a manifest as it says, in one transaction: all of them or none. Objects without namespace go to {@code default}; relative paths of workers start in the manifest's folder.
     *
     * @throws MissingArtifactException if the application has left {@code coxswain-json} out
     * @throws io.coxswain.json.ManifestException if anything in the file is wrong, also by the server's rules; says all of it, with lines
     * @throws io.coxswain.error.ApiException if the transaction is refused for another reason
     */
    public Applied apply(Path manifest) {
        return apply(manifest, object -> true);
    }

    /** The same for those objects of a manifest that are wanted. */
    public Applied apply(Path manifest, Predicate<? super Resource<?>> wanted) {
        ManifestFile read = ManifestFile.read(manifest, kinds);
        Path parent = manifest.toAbsolutePath().getParent();
        Path folder = parent == null ? manifest.toAbsolutePath() : parent;
        List<Resource<?>> objects = new ArrayList<>();
        for (Resource<?> object : read.objects()) {
            if (wanted.test(object)) {
                objects.add(Folders.noted(object, folder));
            }
        }
        try {
            return apply(objects);
        } catch (InvalidException e) {
            throw read.located(e);
        }
    }

    /** Makes these objects as they are given, in one transaction: all of them or none. */
    public Applied apply(Resource<?>... objects) {
        return apply(Arrays.asList(objects));
    }

    private Applied apply(List<Resource<?>> objects) {
        Transaction transaction = client.transaction();
        for (Resource<?> object : objects) {
            add(object, transaction);
        }
        Committed committed = transaction.commit();
        List<Applied.Entry> entries = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            Committed.Result result = committed.results().get(i);
            Resource<?> object = result.object() == null ? objects.get(i) : result.object();
            entries.add(new Applied.Entry(object.ref(), result.effect()));
        }
        return new Applied(committed.revision(), entries);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource<R>> void add(Resource<?> object, Transaction transaction) {
        R given = (R) object;
        Kind<R> kind = given.kind();
        boolean placed = !kind.isNamespaced() || !given.metadata().namespace().isEmpty();
        transaction.apply(
                placed ? given : kind.withMetadata(given, given.metadata().withNamespace(NAMESPACE)), MANAGER);
    }

    /** Waits until a condition holds for the object of that name, in namespace {@code default} or of cluster scope. */
    public <R extends Resource<R>> R await(Kind<R> kind, String name, Predicate<? super R> condition, Duration limit) {
        return await(kind, keyOf(kind, name), condition, limit);
    }

    /**
     * Waits until a condition holds for an object, which may not exist yet.
     *
     * @return the object for which it holds
     * @throws ConditionTimeoutException if it doesn't in time; says how the object stands and what troubles its pods
     */
    public <R extends Resource<R>> R await(
            Kind<R> kind, ResourceKey key, Predicate<? super R> condition, Duration limit) {
        ConditionWait<R> wait =
                new ConditionWait<>(client.async(), environment.serial("await-" + kind.plural()), kind, key, condition);
        try {
            return environment.await(wait.begin(), limit);
        } catch (AwaitException e) {
            if (e.reason() != AwaitException.Reason.LIMIT_PASSED) {
                throw e;
            }
            throw new ConditionTimeoutException(
                    kind + " " + key + " isn't as awaited after " + limit.toMillis() / 1000.0 + " s: "
                            + new Diagnosis(client).of(kind, key),
                    e);
        } finally {
            wait.end();
        }
    }

    private static ResourceKey keyOf(Kind<?> kind, String name) {
        return kind.isNamespaced() ? ResourceKey.of(NAMESPACE, name) : ResourceKey.cluster(name);
    }

    /** Picks endpoints of a Service of namespace {@code default}, round robin. */
    public Balancer balancer(String service) {
        return balancer(ResourceKey.of(NAMESPACE, service));
    }

    /** Picks endpoints of a Service, round robin. If a pod of it is ready when this is called, an endpoint can be picked on return. */
    public Balancer balancer(ResourceKey service) {
        Balancer balancer = plane.balancers().balancer(service);
        if (balancer.tryPick() == null && hasReadyPod(service)) {
            awaitEndpoint(balancer);
        }
        return balancer;
    }

    private boolean hasReadyPod(ResourceKey service) {
        return client
                .find(Service.KIND, service)
                .map(found -> LabelSelection.of(found.spec().selector()))
                .filter(selector -> !selector.isEverything())
                .map(selector -> client.list(
                        Pod.KIND, Selection.inNamespace(service.namespace()).labels(selector)))
                .stream()
                .flatMap(List::stream)
                .anyMatch(Pod::isReady);
    }

    private void awaitEndpoint(Balancer balancer) {
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        Runnable look = () -> {
            if (balancer.tryPick() != null) {
                there.complete(true);
            }
        };
        balancer.whenChanged(environment.serial("first-endpoint"), look);
        look.run();
        try {
            environment.await(there, ENDPOINT_LIMIT);
        } catch (AwaitException e) {
            if (e.reason() != AwaitException.Reason.LIMIT_PASSED) {
                throw e;
            }
            // A pick will say why there is none.
        }
    }

    /**
     * What the scheduler says of a pod now, for every node.
     *
     * @throws NotFoundException if there is no such pod
     */
    public SchedulingDecision explain(ResourceKey pod) {
        return environment
                .await(plane.scheduler().explain(pod), ANSWER_LIMIT)
                .orElseThrow(() -> NotFoundException.object("Pod", pod));
    }

    /** The last lines that a pod's worker wrote, the oldest first; none if it doesn't run. */
    public List<String> logs(ResourceKey pod, int lines) {
        return environment
                .await(plane.agent().worker(pod, ""), ANSWER_LIMIT)
                .map(worker -> environment.await(worker.log().tail(lines), ANSWER_LIMIT))
                .orElse(List.of());
    }

    /** How many connections the Service addresses have forwarded to each endpoint so far, also to those that are gone. */
    public Map<Endpoint, Long> requests() {
        return plane.services().requests();
    }

    /** Ends the workers, which get up to ten seconds, and then everything else. Calling again changes nothing. */
    @Override
    public void close() {
        plane.close();
    }

    /** Describes a cluster. Not thread-safe. */
    public static final class Builder {
        Environment environment = Environment.system();
        Kinds kinds = Kinds.builtin();
        StoreRecipe store = (time, known) -> MemoryStore.create(time);
        final List<ControllerSpec<?>> controllers = new ArrayList<>();
        final Map<String, JvmWorker> workers = new LinkedHashMap<>();
        ImageMap images = ImageMap.EMPTY;
        Profile profile = Profile.defaults();
        String nodeName = "local";

        @Nullable
        Path state;

        boolean printsLogs;
        boolean loopbackOnly;

        private Builder() {}

        /** Adds a controller; its kind becomes known. */
        public Builder controller(ControllerSpec<?> controller) {
            controllers.add(controller);
            return kind(controller.kind());
        }

        /** Makes a kind of one's own known. */
        public Builder kind(Kind<?> kind) {
            kinds = kinds.with(kind);
            return this;
        }

        /**
         * Makes a worker of this JVM known, which image {@code jvm:<name>} runs.
         *
         * @throws IllegalArgumentException if there is one of that name
         */
        public Builder worker(String name, JvmWorker worker) {
            if (workers.putIfAbsent(name, worker) != null) {
                throw new IllegalArgumentException("worker " + name + ": there is one of that name");
            }
            return this;
        }

        /** Says what an image without scheme means, such as {@code nginx} or {@code registry.example/*}. */
        public Builder image(String pattern, Image image) {
            images = images.with(pattern, image);
            return this;
        }

        /** The plug-ins of the scheduler. */
        public Builder scheduler(Profile plugins) {
            profile = plugins;
            return this;
        }

        /** The name of the node; {@code local}, if not said. */
        public Builder nodeName(String name) {
            nodeName = name;
            return this;
        }

        /** Where logs of workers are kept; if not said, in a temporary folder that goes with the cluster. */
        public Builder logFolder(Path folder) {
            state = folder;
            return this;
        }

        /** Writes what the workers write to standard output, with the pod's name in front. */
        public Builder printLogs() {
            printsLogs = true;
            return this;
        }

        /** Where the objects are kept; in memory, if not said. The cluster opens the store and closes it. */
        public Builder store(StoreRecipe recipe) {
            store = recipe;
            return this;
        }

        /** Gives everything the address 127.0.0.1, with ports of its own, as on a machine that has no other (macOS without aliases). */
        public Builder loopbackOnly() {
            loopbackOnly = true;
            return this;
        }

        /** Time, threads and waiting; those of the system, if not said. */
        public Builder environment(Environment value) {
            environment = value;
            return this;
        }

        /**
         * Starts the cluster.
         *
         * @throws IllegalStateException if something can't start; what had started is ended again
         */
        public Cluster start() {
            return new Cluster(this);
        }
    }
}
