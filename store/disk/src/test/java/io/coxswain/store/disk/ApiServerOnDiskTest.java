package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.Kinds;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.json.DynamicKinds;
import io.coxswain.json.DynamicResource;
import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API server over a store on the machine's own disk, as an application has it. */
class ApiServerOnDiskTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ResourceKey KEY = ResourceKey.of("default", "settings");

    @TempDir
    Path folder;

    @Test
    void objectsOutliveTheServer() {
        DiskStore first = open();
        Client client = server(first);
        ConfigMap created = client.create(settings("1"));
        List<Namespace> namespaces = client.list(Namespace.KIND, Selection.all());
        close(first);

        DiskStore second = open();
        Client again = server(second);
        assertEquals(created, again.get(ConfigMap.KIND, KEY));
        assertEquals(namespaces, again.list(Namespace.KIND, Selection.all()));
        again.apply(settings("2"), "test");
        close(second);

        DiskStore third = open();
        assertEquals("2", server(third).get(ConfigMap.KIND, KEY).data().get("size"));
        close(third);
        assertEquals(List.of(), DiskStore.verify(folder.resolve("state")).problems());
    }

    /** Also fields that the definition doesn't name, and what was applied. */
    @Test
    void objectsOfAKindFromYamlOutliveTheServer() {
        Kind<DynamicResource> kind = DynamicKinds.parse("lamp.yaml", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: lamps.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: Lamp, plural: lamps}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties: {spec: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                """);
        DynamicResource lamp = DynamicResource.named(kind, "a");
        DiskStore first = open(Kinds.builtin().with(kind));
        DynamicResource applied = server(first).apply(lamp.with("spec.unknown[0].to", "Java"), "me");
        close(first);

        DiskStore second = open(Kinds.builtin().with(kind));
        assertEquals(applied, server(second).get(kind, applied.key()));
        DynamicResource changed = server(second).apply(lamp.with("spec.watts", 5), "me");
        assertEquals("{\"spec\":{\"watts\":5}}", changed.content().toString());
        close(second);
    }

    @Test
    void interruptedCallerHarmsNobody() {
        DiskStore store = open();
        StoreTransaction transaction =
                StoreTransaction.of(new Write.Put<>(ConfigMap.KIND, StoredObject.of(settings("1"))));
        Thread.currentThread().interrupt();
        CompletionStage<StoreOutcome> committed = store.commit(transaction);
        assertTrue(Thread.interrupted());
        assertInstanceOf(StoreOutcome.Applied.class, Environment.system().await(committed, LIMIT));
        close(store);
        assertEquals(1, DiskStore.verify(folder.resolve("state")).objects());
    }

    private DiskStore open() {
        return open(Kinds.builtin());
    }

    private DiskStore open(Kinds kinds) {
        return DiskStore.at(folder.resolve("state")).open(Environment.system(), kinds);
    }

    private static Client server(DiskStore store) {
        return ApiServer.builder(store, Environment.system()).start().client();
    }

    private static ConfigMap settings(String size) {
        return new ConfigMap(ObjectMeta.named("default", "settings"), Map.of(), Map.of("size", size), null);
    }

    private static void close(DiskStore store) {
        store.close();
        Environment.system().await(store.closed(), LIMIT);
    }
}
