package io.coxswain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.Kinds;
import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.DeploymentStrategy;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.apps.v1.RollingUpdateDeployment;
import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.api.core.v1.ServiceStatus;
import io.coxswain.api.core.v1.TCPSocketAction;
import io.coxswain.api.core.v1.Taint;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Client;
import io.coxswain.environment.simulated.Chooser;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.node.runtime.model.ModelBehaviour;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.value.IntOrString;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Deployment from its creation to its deletion, with a lost node in between; the seed decides how, and in which order everything happens. */
public final class DeploymentLife {
    private static final ResourceKey WEB = ResourceKey.of("default", "web");
    private static final Duration SOON = Duration.ofSeconds(90);

    /** Far more than any run makes; a loop of two controllers makes that many in no time. */
    private static final long MOST_CHANGES = 3_000;

    private final SplittableRandom random;
    private final TestCluster cluster;
    private final Client client;
    private final Safety safety;
    private final boolean probed;
    private int replicas = 3;
    private int version = 1;

    private DeploymentLife(long seed) {
        random = new SplittableRandom(seed);
        ModelBehaviour behaviour = new ModelBehaviour(anyTime(), anyTime(), anyTime(), null, 0, null);
        probed = random.nextBoolean();
        cluster = TestCluster.builder()
                .options(SimulationOptions.seeded(seed).withChooser(Chooser.random(seed)))
                .nodes(random.nextBoolean() ? new String[] {"n1", "n2"} : new String[] {"n1", "n2", "n3"})
                .workers(spec -> behaviour)
                .start();
        client = cluster.client();
        safety = new Safety(cluster);
    }

    /**
     * Lives a whole life.
     *
     * @return the hash of its trace
     */
    static long run(long seed) {
        return run(new DeploymentLife(seed));
    }

    /**
     * The same, and tells every change.
     *
     * @return the hash of its trace
     */
    public static long run(long seed, Consumer<String> told) {
        DeploymentLife life = new DeploymentLife(seed);
        Kinds.builtin().list().forEach(kind -> tell(life.cluster, kind, told));
        return run(life);
    }

    private static <R extends Resource<R>> void tell(TestCluster cluster, Kind<R> kind, Consumer<String> told) {
        cluster.always(
                kind,
                event -> told.accept(
                        cluster.environment().now() + " " + event.type() + " " + kind + " " + event.object()));
    }

    private static long run(DeploymentLife life) {
        try (TestCluster cluster = life.cluster) {
            life.live();
            return cluster.traceHash();
        }
    }

    private void live() {
        create();
        scale(random.nextInt(4, 7));
        scale(random.nextInt(1, 4));
        roll();
        loseNode();
        delete();
        staysQuiet();
        assertEquals(List.of(), cluster.environment().failures(), "what steps and tasks have thrown");
        long changes =
                cluster.changes().values().stream().mapToLong(Long::longValue).sum();
        assertTrue(changes < MOST_CHANGES, () -> "changes: " + cluster.changes());
    }

    private Duration anyTime() {
        return Duration.ofMillis(List.of(0, 0, 20, 700, 2_000).get(random.nextInt(5)));
    }

    private void create() {
        int surge = random.nextInt(1, 3);
        safety.beginWith(replicas, surge);
        client.create(new Service(
                ObjectMeta.named("default", "web"),
                ServiceSpec.EMPTY
                        .withClusterIP("None")
                        .withClusterIPs(List.of("None"))
                        .withSelector(Map.of("app", "web"))
                        .withPorts(List.of(new ServicePort("http", null, 0, 80, "TCP", IntOrString.of(80)))),
                ServiceStatus.EMPTY));
        DeploymentStrategy strategy = new DeploymentStrategy(
                "RollingUpdate", new RollingUpdateDeployment(IntOrString.of(surge), IntOrString.of(0)));
        Deployment web = Deployment.of("web", replicas, container());
        client.create(web.withMetadata(web.metadata().withNamespace("default"))
                .withSpec(web.spec().withStrategy(strategy)));
        awaitComplete();
        safety.keepAvailable(replicas);
    }

    private Container container() {
        Container plain = Container.of("web", "process:web-" + version);
        return probed
                ? plain.withReadinessProbe(
                        Probe.EMPTY.withPeriodSeconds(1).withTcpSocket(new TCPSocketAction("", IntOrString.of(80))))
                : plain;
    }

    private void scale(int count) {
        safety.keepAvailable(Math.min(replicas, count));
        safety.askForUpTo(Math.max(replicas, count));
        replicas = count;
        edit(web -> web.withReplicas(count));
        awaitComplete();
        safety.keepAvailable(count);
        safety.askForUpTo(count);
    }

    /** To a new template with as many pods available as before; sometimes once more, or with another size, before it is over. */
    private void roll() {
        changeTemplate();
        if (random.nextInt(3) == 0) {
            pause();
            changeTemplate();
        }
        if (random.nextInt(3) == 0) {
            pause();
            scale(random.nextInt(2, 6));
        }
        awaitComplete();
        Set<String> images = pods().stream()
                .map(pod -> pod.spec().containers().get(0).image())
                .collect(Collectors.toSet());
        assertEquals(Set.of("process:web-" + version), images, "images of the pods after the roll-out");
    }

    private void changeTemplate() {
        version++;
        edit(web -> web.withTemplateSpec(PodSpec.of(container())));
    }

    private void pause() {
        cluster.advance(Duration.ofMillis(random.nextInt(4_000)));
    }

    private void edit(UnaryOperator<Deployment> change) {
        client.patch(Deployment.KIND, WEB, change);
    }

    private void awaitComplete() {
        cluster.await(
                "web is complete at version " + version + " with " + replicas,
                () -> client.get(Deployment.KIND, WEB).isComplete() && servesAll(),
                SOON);
    }

    /** Whether the endpoints of the Service are the pods that are ready, and the workers that run are those of the pods. */
    private boolean servesAll() {
        return pods().size() == replicas && endpoints() == replicas && running() == replicas;
    }

    private long endpoints() {
        return client.list(EndpointSlice.KIND).stream()
                .flatMap(slice -> slice.endpoints().stream())
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.conditions().ready()))
                .count();
    }

    private int running() {
        return cluster.nodes().stream().mapToInt(node -> node.pods().size()).sum();
    }

    private List<Pod> pods() {
        return client.list(Pod.KIND);
    }

    private void loseNode() {
        safety.keepAvailable(0);
        TestNode lost = cluster.nodes().get(random.nextInt(cluster.nodes().size()));
        lost.crash();
        cluster.advance(Duration.ofSeconds(29));
        assertEquals("True", readiness(lost), "a node has 40 s from its last word, which was 10 s ago at most");
        cluster.await("node " + lost.name() + " is unreachable", () -> isUnreachable(lost), Duration.ofSeconds(15));
        switch (random.nextInt(3)) {
            case 0 -> lost.start();
            case 1 -> {
                // before the scheduler has seen the taint it may still choose the node, and nothing is evicted from
                // there
                cluster.advance(Duration.ofSeconds(1));
                replaceByHand(lost);
                awaitComplete();
                lost.start();
            }
            default -> {
                client.delete(Deployment.KIND, WEB);
                cluster.advance(Duration.ofSeconds(60));
                lost.start();
            }
        }
        cluster.await("node " + lost.name() + " is back", () -> isBack(lost), SOON);
        if (client.find(Deployment.KIND, WEB).isPresent()) {
            awaitComplete();
        }
    }

    private boolean isUnreachable(TestNode node) {
        Set<String> effects = client.get(Node.KIND, node.name()).spec().taints().stream()
                .filter(taint -> taint.key().equals("node.kubernetes.io/unreachable"))
                .map(Taint::effect)
                .collect(Collectors.toSet());
        return readiness(node).equals("Unknown")
                && effects.equals(Set.of("NoSchedule", "NoExecute"))
                && readyPods().noneMatch(pod -> pod.spec().nodeName().equals(node.name()))
                && endpoints() == readyPods().count();
    }

    private Stream<Pod> readyPods() {
        return pods().stream().filter(Pod::isReady);
    }

    private boolean isBack(TestNode node) {
        return readiness(node).equals("True")
                && client.get(Node.KIND, node.name()).spec().taints().isEmpty();
    }

    private String readiness(TestNode node) {
        return client.get(Node.KIND, node.name())
                .status()
                .condition("Ready")
                .orElseThrow()
                .status();
    }

    /** What a person does who knows that the node is gone; pods aren't evicted by themselves. */
    private void replaceByHand(TestNode lost) {
        for (Pod pod : pods()) {
            if (pod.spec().nodeName().equals(lost.name())) {
                client.delete(Pod.KIND, pod.key(), DeleteOptions.of(pod).withGracePeriod(Duration.ZERO));
            }
        }
    }

    private void delete() {
        if (client.find(Deployment.KIND, WEB).isPresent()) {
            client.delete(Deployment.KIND, WEB);
        }
        cluster.await(
                "nothing is left of web",
                () -> client.list(ReplicaSet.KIND).isEmpty() && pods().isEmpty() && running() == 0,
                SOON);
        client.delete(Service.KIND, WEB);
        cluster.await("no slice is left", () -> client.list(EndpointSlice.KIND).isEmpty(), SOON);
    }

    /** Nothing is written any more but what nodes say of themselves. */
    private void staysQuiet() {
        cluster.advance(Duration.ofSeconds(20));
        Map<Kind<?>, Long> before = new LinkedHashMap<>(cluster.changes());
        cluster.advance(Duration.ofMinutes(4));
        long nodes = cluster.nodes().size();
        cluster.changes().forEach((kind, count) -> {
            long more = count - before.getOrDefault(kind, 0L);
            long most = kind.equals(Lease.KIND) ? 25 * nodes : kind.equals(Node.KIND) ? nodes : 0;
            assertTrue(more <= most, () -> kind + ": changed " + more + " times in 4 quiet minutes: at most " + most);
        });
    }
}
