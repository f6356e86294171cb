package io.coxswain.cluster;

import io.coxswain.balancing.Balancer;
import io.coxswain.client.CauseChain;
import io.coxswain.client.Client;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.environment.OutOfMemory;
import io.coxswain.error.NotFoundException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.scheduling.SchedulingDecision;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
 * <p>Nothing that it started outlives it, however this JVM ends. If that ends by Ctrl-C, TERM or {@code System.exit} while the cluster is open, its workers get TERM and up to ten seconds; another
 * Ctrl-C kills them at once. Several clusters in one JVM, and on one machine, don't disturb each other. Thread-safe; calls wait for their answer.
 */
public final class Cluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String NAMESPACE = "default";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final ControlPlane plane;
    private final Environment environment;
    private final Client client;
    private final Applying applying;
    private final @Nullable ShutdownHook hook;
    private final Cancellable memoryWatch;
    private final Executor rescue;
    private final AtomicBoolean isOutOfMemory = new AtomicBoolean();

    Cluster(ClusterBuilder builder) {
        environment = builder.environment;
        rescue = environment.blocking("out of memory", 1);
        plane = ControlPlane.start(builder);
        client = plane.client();
        applying = new Applying(client, builder.kinds, NAMESPACE);
        memoryWatch = OutOfMemory.whenNoticed(this::outOfMemory);
        hook = builder.hasShutdownHook ? hook() : null;
    }

    private ShutdownHook hook() {
        try {
            return ShutdownHook.register(this::endAtShutdown);
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    /** Starts a cluster with nothing special about it. */
    public static Cluster start() {
        return builder().start();
    }

    /** Starts the description of a cluster. */
    public static ClusterBuilder builder() {
        return new ClusterBuilder();
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
        plane.requireOpen();
        return applying.manifest(manifest, wanted);
    }

    /** Makes these objects as they are given, in one transaction: all of them or none. */
    public Applied apply(Resource<?>... objects) {
        plane.requireOpen();
        return applying.objects(Arrays.asList(objects));
    }

    /** Waits until a condition holds for the object of that name, in namespace {@code default} or of cluster scope. */
    public <R extends Resource<R>> R await(Kind<R> kind, String name, Predicate<? super R> condition, Duration limit) {
        return await(kind, kind.keyOf(name), condition, limit);
    }

    /**
     * Waits until a condition holds for an object, which may not exist yet.
     *
     * @return the object for which it holds
     * @throws ConditionTimeoutException if it doesn't in time; says how the object stands and what troubles its pods
     * @throws IllegalStateException if the cluster is closed, also meanwhile
     */
    public <R extends Resource<R>> R await(
            Kind<R> kind, ResourceKey key, Predicate<? super R> condition, Duration limit) {
        return awaitState(kind, key, found -> found.filter(condition).isPresent(), limit, "isn't as awaited")
                .orElseThrow();
    }

    /** Waits until there is no object of that name, in namespace {@code default} or of cluster scope. */
    public <R extends Resource<R>> void awaitDeleted(Kind<R> kind, String name, Duration limit) {
        awaitDeleted(kind, kind.keyOf(name), limit);
    }

    /**
     * Waits until there is no object of that key; not for those that it owns, which go after it.
     *
     * @throws ConditionTimeoutException if there still is one in time; says how it stands
     * @throws IllegalStateException if the cluster is closed, also meanwhile
     */
    public <R extends Resource<R>> void awaitDeleted(Kind<R> kind, ResourceKey key, Duration limit) {
        Optional<R> unused = awaitState(kind, key, Optional::isEmpty, limit, "is still there");
    }

    private <R extends Resource<R>> Optional<R> awaitState(
            Kind<R> kind, ResourceKey key, Predicate<Optional<R>> condition, Duration limit, String otherwise) {
        plane.requireOpen();
        ConditionWait<R> wait =
                new ConditionWait<>(client.async(), environment.serial("await-" + kind.plural()), kind, key, condition);
        try {
            return environment.await(wait.begin(), limit);
        } catch (AwaitException e) {
            if (e.reason() != AwaitException.Reason.LIMIT_PASSED) {
                throw e;
            }
            throw new ConditionTimeoutException(
                    kind + " " + key + " " + otherwise + " after " + seconds(limit) + ": "
                            + new Diagnosis(client).of(kind, key),
                    e);
        } catch (ServiceUnavailableException e) {
            plane.requireOpen();
            throw e;
        } finally {
            wait.end();
        }
    }

    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** Picks endpoints of a Service of namespace {@code default}, round robin. */
    public Balancer balancer(String service) {
        return balancer(ResourceKey.of(NAMESPACE, service));
    }

    /** Picks endpoints of a Service, round robin. If a pod of it is ready when this is called, an endpoint can be picked on return. */
    public Balancer balancer(ResourceKey service) {
        plane.requireOpen();
        Balancer balancer = plane.balancers().balancer(service);
        new FirstEndpoint(client, environment).await(balancer);
        return balancer;
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

    /**
     * Ends the workers, which get TERM and then their grace period, but ten seconds at most unless {@link ClusterBuilder#closeLimit} says otherwise; then everything else. The log says what is waited for.
     * Calling again changes nothing and returns when the cluster is closed.
     */
    @Override
    public void close() {
        close(null);
    }

    private void close(@Nullable Throwable cause) {
        memoryWatch.cancel();
        plane.close(cause);
        if (hook != null) {
            hook.remove();
        }
    }

    /** Completes when {@link #close} is done; fails with the reason if the cluster closed by itself, which it does on {@link OutOfMemoryError} only. */
    public CompletionStage<Void> closed() {
        return plane.closed();
    }

    private void endAtShutdown() {
        plane.endAtShutdown(SecondInterrupt.ends() ? "; another Ctrl-C kills them" : "");
    }

    private void outOfMemory(OutOfMemoryError error) {
        if (isOutOfMemory.compareAndSet(false, true)) {
            try {
                rescue.execute(() -> stopOn(error));
            } catch (OutOfMemoryError again) {
                isOutOfMemory.set(false); // the next step that fails tells it again
                throw again;
            }
        }
    }

    private void stopOn(OutOfMemoryError error) {
        LOG.atError()
                .setCause(error)
                .log(
                        "Out of memory: the cluster stops, since what it was doing is half done; give this JVM more (-Xmx), or run workers as processes (java:)");
        close(error);
    }
}
