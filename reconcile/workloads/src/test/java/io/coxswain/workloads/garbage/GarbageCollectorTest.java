package io.coxswain.workloads.garbage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Client;
import io.coxswain.environment.simulated.Chooser;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.informer.Informers;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GarbageCollectorTest {
    private final SimulatedEnvironment environment =
            new SimulatedEnvironment(SimulationOptions.seeded(3).withChooser(Chooser.random(3)));
    private final MemoryStore store = MemoryStore.create(environment);
    private final Client client = ApiServer.builder(store, environment).start().client();

    @AfterEach
    void close() {
        store.close();
        environment.close();
    }

    @Test
    void dependentsFollowTheirOwnerThroughAllGenerations() {
        ConfigMap root = client.create(map("root"));
        ConfigMap child = client.create(map("child", root));
        client.create(map("grandchild", child));
        client.create(map("stranger"));
        start();

        client.delete(root);
        environment.advance(Duration.ofSeconds(1));

        assertEquals(List.of("stranger"), names());
    }

    @Test
    void dependentOfSeveralOwnersStaysUntilTheLastIsGone() {
        ConfigMap one = client.create(map("one"));
        ConfigMap two = client.create(map("two"));
        client.create(map("child", one, two));
        start();

        client.delete(one);
        environment.advance(Duration.ofSeconds(1));
        assertEquals(List.of("child", "two"), names());

        client.delete(two);
        environment.advance(Duration.ofSeconds(1));
        assertEquals(List.of(), names());
    }

    @Test
    void ownerIsKnownByItsUidNotItsName() {
        ConfigMap first = client.create(map("owner"));
        client.create(map("child", first));
        client.delete(first);
        client.create(map("owner"));
        start();

        environment.advance(Duration.ofSeconds(1));

        assertEquals(List.of("owner"), names());
    }

    @Test
    void dependentThatComesAfterItsOwnerWentIsDeleted() {
        ConfigMap owner = client.create(map("owner"));
        start();
        client.delete(owner);
        environment.advance(Duration.ofSeconds(1));

        client.create(map("late", owner));
        environment.advance(Duration.ofSeconds(1));

        assertEquals(List.of(), names());
    }

    @Test
    void ownerOfAnUnknownKindCountsAsPresent() {
        OwnerReference unknown = new OwnerReference("example.com/v1", "Website", "shop", true, true, "uid-1");
        client.create(map("child").withMetadata(map("child").metadata().withOwner(unknown)));
        start();

        environment.advance(Duration.ofMinutes(1));

        assertEquals(List.of("child"), names());
    }

    @Test
    void ownersThatOwnEachOtherStayAndNothingSpins() {
        ConfigMap one = client.create(map("one"));
        ConfigMap two = client.create(map("two", one));
        client.patch(
                ConfigMap.KIND,
                one.key(),
                read -> read.withMetadata(read.metadata().withOwner(reference(two))));
        start();
        long before = environment.actions();

        environment.advance(Duration.ofMinutes(10));

        assertEquals(List.of("one", "two"), names());
        assertTrue(environment.actions() - before < 100, "the collector is at rest");
    }

    @Test
    void ownerOfAnotherKindIsLookedForThere() {
        Secret owner =
                client.create(new Secret(ObjectMeta.named("default", "owner"), "Opaque", Map.of(), null, Map.of()));
        client.create(map("child", owner));
        start();
        environment.advance(Duration.ofSeconds(1));
        assertEquals(List.of("child"), names());

        client.delete(owner);
        environment.advance(Duration.ofSeconds(1));

        assertFalse(
                client.find(ConfigMap.KIND, ResourceKey.of("default", "child")).isPresent());
    }

    @Test
    void ownerThatGoesWhileItsDependentIsLookedAtIsNoticed() {
        ConfigMap one = client.create(map("one"));
        ConfigMap two = client.create(map("two"));
        client.create(map("child", one, two));
        start(answeringLate(client.async()));

        client.delete(one);
        environment.advance(Duration.ofMillis(250));
        client.delete(two);
        environment.advance(Duration.ofSeconds(2));

        assertEquals(List.of(), names());
    }

    /** An API whose finds are answered 100 ms after they were looked up. */
    private AsyncClient answeringLate(AsyncClient real) {
        return (AsyncClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncClient.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(real, arguments);
                    if (method.getName().equals("withCause")) {
                        return answeringLate((AsyncClient) answer);
                    }
                    if (!method.getName().equals("find")) {
                        return answer;
                    }
                    CompletableFuture<Object> late = new CompletableFuture<>();
                    ((CompletionStage<?>) answer)
                            .thenAccept(found -> environment.schedule(
                                    Duration.ofMillis(100), environment.serial("late"), () -> late.complete(found)));
                    return late;
                });
    }

    private void start() {
        start(client.async());
    }

    private void start(AsyncClient api) {
        Informers informers = new Informers(api, environment);
        GarbageCollector collector =
                new GarbageCollector(api, environment, informers, List.<Kind<?>>of(ConfigMap.KIND, Secret.KIND));
        informers.start();
        collector.start();
        environment.run();
    }

    private List<String> names() {
        return client.list(ConfigMap.KIND).stream()
                .map(map -> map.metadata().name())
                .toList();
    }

    private static ConfigMap map(String name, Resource<?>... owners) {
        ObjectMeta metadata = ObjectMeta.named("default", name);
        List<OwnerReference> references = new ArrayList<>();
        for (Resource<?> owner : owners) {
            references.add(reference(owner));
        }
        return new ConfigMap(metadata.withOwnerReferences(references), Map.of(), Map.of(), null);
    }

    private static OwnerReference reference(Resource<?> owner) {
        return new OwnerReference(
                owner.kind().apiVersion(),
                owner.kind().name(),
                owner.metadata().name(),
                null,
                null,
                owner.metadata().uid());
    }
}
