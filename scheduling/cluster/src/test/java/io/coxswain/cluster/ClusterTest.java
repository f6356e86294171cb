package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.json.ManifestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        cluster =
                Cluster.builder().worker("idle", context -> context.awaitStop()).start();
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
                () -> cluster.await(Deployment.KIND, "broken", Deployment::isAvailable, Duration.ofSeconds(3)));
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
    void twoClustersDoNotDisturbEachOther() {
        try (Cluster other = Cluster.start()) {
            assertTrue(other.client().list(Deployment.KIND).isEmpty());
            assertEquals(
                    "configmap/own created",
                    other.apply(ConfigMap.of("own", Map.of())).toString());
        }
    }
}
