package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.balancing.Balancer;
import io.coxswain.balancing.NoEndpointException;
import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.json.ManifestException;
import io.coxswain.resource.ResourceKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
    private static final CompletableFuture<String> FIRST_LINE = new CompletableFuture<>();

    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        cluster = Cluster.builder()
                .worker("idle", context -> context.awaitStop())
                .worker("talkative", context -> {
                    context.log("hello");
                    context.awaitStop();
                })
                .output((pod, container, line) -> FIRST_LINE.complete(pod + " " + container + " " + line))
                .start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private Path manifest(String text) throws IOException {
        return Files.writeString(folder.resolve("app.yaml"), text, StandardCharsets.UTF_8);
    }

    @Test
    void applySaysWhatItDid() throws IOException {
        Path first = manifest("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: said}
                data: {greeting: hello}
                """);
        assertEquals("configmap/said created", cluster.apply(first).toString());
        assertEquals("configmap/said unchanged", cluster.apply(first).toString());
        Path second = manifest("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: said}
                data: {greeting: good day}
                """);
        assertEquals("configmap/said configured", cluster.apply(second).toString());
    }

    @Test
    void applyIsAllOrNothing() throws IOException {
        Path wrong = manifest("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: half}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: half}
                spec:
                  replicas: -1
                  selector: {matchLabels: {app: half}}
                  template:
                    metadata: {labels: {app: other}}
                    spec:
                      containers: [{name: c, image: "jvm:idle"}]
                """);
        ManifestException refused = assertThrows(ManifestException.class, () -> cluster.apply(wrong));
        assertTrue(refused.getMessage().contains("app.yaml:9: Deployment half: spec.replicas"), refused.getMessage());
        assertTrue(refused.getMessage().contains("spec.template.metadata.labels"), refused.getMessage());
        assertTrue(cluster.client().list(ConfigMap.KIND).stream()
                .noneMatch(map -> map.metadata().name().equals("half")));
    }

    @Test
    void unknownFieldIsNamedWithItsLine() throws IOException {
        Path wrong = manifest("""
                apiVersion: v1
                kind: Pod
                metadata: {name: typo}
                spec:
                  containers:
                    - name: c
                      imagee: jvm:idle
                """);
        ManifestException refused = assertThrows(ManifestException.class, () -> cluster.apply(wrong));
        assertTrue(
                refused.getMessage()
                        .contains("app.yaml:7: Pod typo: unknown field spec.containers[0].imagee, did you mean image?"),
                refused.getMessage());
    }

    @Test
    void folderIsNoManifest() {
        ManifestException refused = assertThrows(ManifestException.class, () -> cluster.apply(folder));
        assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
    }

    @Test
    void awaitSaysWhyAPodDoesNotStart() {
        Container wrong = ContainerBuilder.builder()
                .name("c")
                .image("process:")
                .command(List.of("no-such-command-jave"))
                .build();
        cluster.apply(Deployment.of("broken", 1, wrong));
        ConditionTimeoutException timeout = assertThrows(
                ConditionTimeoutException.class,
                () -> cluster.await(Deployment.KIND, "broken", Deployment::isAvailable, Duration.ofSeconds(1)));
        assertTrue(timeout.getMessage().contains("0 of 1 ready"), timeout.getMessage());
        assertTrue(timeout.getMessage().contains("no-such-command-jave"), timeout.getMessage());
    }

    @Test
    void scaledDeploymentGetsItsPods() {
        cluster.apply(Deployment.of("scaled", 1, Container.of("c", "jvm:idle")));
        cluster.await(Deployment.KIND, "scaled", Deployment::isAvailable, Duration.ofSeconds(30));
        cluster.client()
                .patch(
                        Deployment.KIND,
                        cluster.client().get(Deployment.KIND, "scaled").key(),
                        read -> read.withReplicas(3));
        Deployment scaled = cluster.await(Deployment.KIND, "scaled", Deployment::isComplete, Duration.ofSeconds(30));
        assertEquals(3, scaled.status().readyReplicas());
    }

    @Test
    void awaitSaysWhatAProbeThatNeverSucceedsIsAnswered() throws IOException {
        cluster.apply(manifest("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: unready}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: unready}}
                  template:
                    metadata: {labels: {app: unready}}
                    spec:
                      containers:
                        - name: c
                          image: jvm:idle
                          ports: [{containerPort: 8080}]
                          readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
                """));
        ConditionTimeoutException timeout = assertThrows(
                ConditionTimeoutException.class,
                () -> cluster.await(Deployment.KIND, "unready", Deployment::isAvailable, Duration.ofMillis(1500)));
        String message = timeout.getMessage();
        assertTrue(
                message.startsWith("Deployment default/unready isn't as awaited after 1.5 s: 0 of 2 ready; "), message);
        assertTrue(message.contains("running, not ready: Readiness probe failed: "), message);
    }

    @Test
    void awaitOfWhatIsNotThereSaysSo() {
        ConditionTimeoutException timeout = assertThrows(
                ConditionTimeoutException.class,
                () -> cluster.await(Deployment.KIND, "absent", Deployment::isAvailable, Duration.ofMillis(1)));
        assertEquals(
                "Deployment default/absent isn't as awaited after 0.001 s: it doesn't exist", timeout.getMessage());
    }

    @Test
    void deletionIsAwaited() {
        ConfigMap made = cluster.client()
                .create(new ConfigMap(
                        ObjectMeta.named("held").withFinalizer("example.com/hold"), Map.of(), Map.of(), null));
        cluster.client().delete(ConfigMap.KIND, "held");
        ConditionTimeoutException timeout = assertThrows(
                ConditionTimeoutException.class,
                () -> cluster.awaitDeleted(ConfigMap.KIND, "held", Duration.ofMillis(1)));
        assertEquals(
                "ConfigMap default/held is still there after 0.001 s: it is being deleted and held by finalizers example.com/hold",
                timeout.getMessage());

        cluster.client()
                .patch(
                        ConfigMap.KIND,
                        "held",
                        held -> held.withMetadata(held.metadata().withFinalizers(List.of())));
        cluster.awaitDeleted(ConfigMap.KIND, made.key(), Duration.ofSeconds(30));
        assertTrue(cluster.client().find(ConfigMap.KIND, "held").isEmpty());
    }

    @Test
    void sameManifestAgainChangesNothingWhileItRuns() throws IOException {
        Path same = manifest("""
                apiVersion: v1
                kind: Service
                metadata: {name: again}
                spec:
                  selector: {app: again}
                  ports: [{port: 80, targetPort: 8080}]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: again}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: again}}
                  template:
                    metadata: {labels: {app: again}}
                    spec:
                      containers: [{name: c, image: "jvm:idle", ports: [{containerPort: 8080}]}]
                """);
        cluster.apply(same);
        cluster.await(Deployment.KIND, "again", Deployment::isAvailable, Duration.ofSeconds(30));
        Applied second = cluster.apply(same);
        assertEquals("service/again unchanged\ndeployment/again unchanged", second.toString());
    }

    @Test
    void pickWithoutEndpointSaysWhy() {
        NoEndpointException none = assertThrows(
                NoEndpointException.class, () -> cluster.balancer("nowhere").pick());
        assertEquals(
                "Service default/nowhere has no endpoint: it has no EndpointSlice: is there such a Service, and does its selector match a pod?",
                none.getMessage());
        assertNull(cluster.balancer("nowhere").tryPick());
    }

    @Test
    void pickWithoutReadyPodNamesThePods() throws IOException {
        cluster.apply(manifest("""
                apiVersion: v1
                kind: Service
                metadata: {name: asleep}
                spec:
                  selector: {app: asleep}
                  ports: [{port: 80, targetPort: 8080}]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: asleep}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: asleep}}
                  template:
                    metadata: {labels: {app: asleep}}
                    spec:
                      containers:
                        - name: c
                          image: jvm:idle
                          ports: [{containerPort: 8080}]
                          readinessProbe: {tcpSocket: {port: 8080}}
                """));
        Balancer balancer = cluster.balancer("asleep");
        String reason = reason(balancer);
        for (long end = System.nanoTime() + 30_000_000_000L;
                !reason.startsWith("3 pods") && System.nanoTime() < end; ) {
            Thread.onSpinWait();
            reason = reason(balancer);
        }
        assertTrue(reason.matches("3 pods, none ready: (asleep-\\S+ not ready(, )?){3}"), reason);
    }

    private static String reason(Balancer balancer) {
        return assertThrows(NoEndpointException.class, balancer::pick).reason();
    }

    @Test
    void outputIsHandedOverWithThePodsName() {
        cluster.apply(Deployment.of("talkative", 1, Container.of("c", "jvm:talkative")));
        String line = Environment.system().await(FIRST_LINE, Duration.ofSeconds(30));
        assertTrue(line.startsWith("default/talkative-") && line.endsWith(" c hello"), line);
    }

    @Test
    void printedLogsHaveThePodsNameInFront() {
        CompletableFuture<String> printed = new CompletableFuture<>();
        new PrintedLogs(printed::complete, Environment.system()).line(ResourceKey.of("default", "web-1"), "c", "hello");
        assertEquals("[web-1] hello", Environment.system().await(printed, Duration.ofSeconds(30)));
    }

    @Test
    void printedLogsThatNobodyReadsAreDroppedAndCounted() {
        SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
        List<String> lines = new ArrayList<>();
        PrintedLogs logs = new PrintedLogs(lines::add, environment);
        for (int i = 0; i < 10_002; i++) {
            logs.line(ResourceKey.of("default", "web-1"), "c", "line " + i);
        }
        environment.run();
        assertEquals("... 2 lines dropped", lines.get(0));
        assertEquals("[web-1] line 9999", lines.get(lines.size() - 1));
        assertEquals(10_001, lines.size());
    }

    @Test
    void closedClusterSaysThatItIsClosed() {
        Cluster other = Cluster.start();
        other.close();
        other.close();
        Environment.system().await(other.closed(), Duration.ofSeconds(30));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> other.await(Deployment.KIND, "any", Deployment::isAvailable, Duration.ofSeconds(30)));
        assertEquals("the cluster is closed", refused.getMessage());
    }

    @Test
    void twoClustersDoNotDisturbEachOther() {
        try (Cluster other = Cluster.start()) {
            assertTrue(other.client().list(Deployment.KIND).isEmpty());
            assertEquals(
                    "configmap/own created",
                    other.apply(ConfigMap.of("own", Map.of())).toString());
        }
    }
}
