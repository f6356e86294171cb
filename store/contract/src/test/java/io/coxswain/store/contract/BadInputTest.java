package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.Kinds;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Transaction;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Environment;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ExpiredException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.disk.DiskStore;
import io.coxswain.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes no sense, or no longer, asked of the API over each engine: each has a typed error, and harms nobody. */
class BadInputTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ResourceKey KEY = ResourceKey.of("default", "a");
    private static final ListOptions PAGES = ListOptions.of(Selection.all()).withLimit(1);

    private final Environment environment = Environment.system();

    @TempDir
    private Path folder;

    private Store store;
    private Client client;

    private enum Engine {
        MEMORY,
        DISK
    }

    private void open(Engine engine) {
        store = engine == Engine.MEMORY
                ? MemoryStore.create(environment)
                : DiskStore.at(folder.resolve("state")).segmentBytes(64 << 10).open(environment, Kinds.builtin());
        client = ApiServer.builder(store, environment).start().client();
    }

    @AfterEach
    void close() {
        store.close();
        environment.await(store.closed(), LIMIT);
    }

    private static ConfigMap map(String name, String value) {
        return ConfigMap.of(name, Map.of("key", value));
    }

    /** After whatever was wrong, the store works as before. */
    private void assertWorks() {
        client.create(map("after", "1"));
        assertEquals(
                "1",
                client.get(ConfigMap.KIND, ResourceKey.of("default", "after"))
                        .data()
                        .get("key"));
    }

    @ParameterizedTest
    @EnumSource
    void watchOfTheFutureFails(Engine engine) {
        open(engine);
        EventRecorder<ConfigMap> recorder = new EventRecorder<>(environment);
        client.watch(ConfigMap.KIND, WatchFrom.revision(store.revision() + 1), Selection.all(), recorder);
        WatchEnd.Failed end = assertInstanceOf(WatchEnd.Failed.class, recorder.awaitEnd());
        assertInstanceOf(BadRequestException.class, end.cause());
        assertWorks();
    }

    @ParameterizedTest
    @EnumSource
    void watchOfACompactedRevisionExpires(Engine engine) {
        open(engine);
        client.create(map("a", "1"));
        store.compact(store.revision());
        EventRecorder<ConfigMap> recorder = new EventRecorder<>(environment);
        client.watch(ConfigMap.KIND, WatchFrom.revision(1), Selection.all(), recorder);
        assertInstanceOf(WatchEnd.Expired.class, recorder.awaitEnd());
        assertWorks();
    }

    @ParameterizedTest
    @EnumSource
    void staleContinueTokenIsExpired(Engine engine) {
        open(engine);
        List.of("a", "b", "c").forEach(name -> client.create(map(name, "1")));
        ListPage<ConfigMap> first = client.list(ConfigMap.KIND, PAGES);
        client.create(map("d", "1"));
        store.compact(store.revision());
        ExpiredException expired = assertThrows(
                ExpiredException.class, () -> client.list(ConfigMap.KIND, PAGES.withContinue(first.continueToken())));
        assertTrue(expired.getMessage().contains("list again from the start"), expired.getMessage());
        assertWorks();
    }

    @ParameterizedTest
    @EnumSource
    void transactionOfTooManyOperationsIsRefused(Engine engine) {
        open(engine);
        long before = store.revision();
        Transaction transaction = client.transaction();
        for (int i = 0; i <= Transaction.MAX_OPERATIONS; i++) {
            transaction.create(map("m" + i, "1"));
        }
        BadRequestException refused = assertThrows(BadRequestException.class, transaction::commit);
        assertEquals("Transaction with 1001 operations: must have at most 1000, split it", refused.getMessage());
        assertEquals(before, store.revision());
        assertWorks();
    }

    /** The memory engine has no bytes to measure: there, the readers of JSON and YAML do. */
    @ParameterizedTest
    @EnumSource(names = "DISK")
    void oversizedObjectIsRefused(Engine engine) {
        open(engine);
        long before = store.revision();
        Container container = ContainerBuilder.builder()
                .name("c")
                .image("jvm:c")
                .args(List.of("x".repeat(DiskStore.MAX_OBJECT_BYTES)))
                .build();
        BadRequestException refused =
                assertThrows(BadRequestException.class, () -> client.create(Pod.of("a", container)));
        assertTrue(
                refused.getMessage()
                        .matches("Pod default/a has 157\\d{4} bytes of JSON: must have at most 1572864 \\(1.5 MiB\\): "
                                + "split it, or keep its data elsewhere"),
                refused.getMessage());
        assertEquals(before, store.revision());
        assertWorks();
    }

    @ParameterizedTest
    @EnumSource
    void closedStoreIsUnavailable(Engine engine) {
        open(engine);
        client.create(map("a", "1"));
        store.close();
        for (Executable call : List.<Executable>of(
                () -> client.get(ConfigMap.KIND, KEY),
                () -> client.list(ConfigMap.KIND),
                () -> client.create(map("b", "1")),
                () -> client.patch(ConfigMap.KIND, KEY, map -> map.withData(Map.of("key", "2"))))) {
            assertThrows(ServiceUnavailableException.class, call);
        }
    }

    @ParameterizedTest
    @EnumSource
    void interruptedCallerIsToldAndTheWriteIsWholeOrNot(Engine engine) {
        open(engine);
        Thread.currentThread().interrupt();
        try {
            client.create(map("a", "1"));
        } catch (AwaitException e) {
            assertEquals(AwaitException.Reason.INTERRUPTED, e.reason());
        } finally {
            assertTrue(Thread.interrupted(), "the flag is left to the caller");
        }
        assertWorks();
        client.find(ConfigMap.KIND, KEY)
                .ifPresent(found -> assertEquals("1", found.data().get("key")));
    }

    @ParameterizedTest
    @EnumSource
    void handlerThatThrowsEndsItsWatchOnly(Engine engine) {
        open(engine);
        CompletableFuture<WatchEnd> ended = new CompletableFuture<>();
        client.watch(ConfigMap.KIND, WatchFrom.now(), Selection.all(), new WatchListener<>() {
            @Override
            public void onEvents(List<WatchEvent<ConfigMap>> wholeCommits) {
                throw new IllegalStateException("clumsy handler");
            }

            @Override
            public void onEnd(WatchEnd cause) {
                ended.complete(cause);
            }
        });
        EventRecorder<ConfigMap> other = new EventRecorder<>(environment);
        client.watch(ConfigMap.KIND, WatchFrom.now(), Selection.all(), other);
        client.create(map("a", "1"));
        WatchEnd.Failed end = assertInstanceOf(WatchEnd.Failed.class, environment.await(ended, LIMIT));
        assertTrue(String.valueOf(end.cause()).contains("clumsy handler"), end::toString);
        other.await(1);
        assertWorks();
    }
}
