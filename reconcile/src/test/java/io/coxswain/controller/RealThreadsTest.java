package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same code with the machine's own clock and threads. */
class RealThreadsTest {
    private static final int SITES = 300;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void everyResourceGetsExactlyItsDependents() {
        Environment environment = Environment.system();
        try (MemoryStore store = MemoryStore.create(environment)) {
            Client user = ApiServer.builder(store, environment).start().client();
            CompletableFuture<Void> settled = new CompletableFuture<>();
            Map<String, Integer> satisfied = new ConcurrentHashMap<>();
            ControllerSpec<Website> spec = Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                        int present = ctx.owned(Item.KIND).size();
                        if (present < site.spec().replicas()) {
                            ctx.create(Item.generated(site.metadata().name() + "-"));
                            return Outcome.done();
                        }
                        satisfied.put(site.metadata().name(), present);
                        if (satisfied.size() == SITES) {
                            settled.complete(null);
                        }
                        return Outcome.done();
                    })
                    .owns(Item.KIND)
                    .concurrency(4);
            try (Manager manager = Manager.builder(user, environment).add(spec).build()) {
                environment.await(manager.start(), LIMIT);
                for (int i = 0; i < SITES; i++) {
                    user.create(Website.of("site-" + i, 2));
                }
                environment.await(settled, LIMIT);
                assertEquals(List.of(), manager.health().reasons());
                assertEquals(0, manager.metrics("website").failures());
            }
            Map<String, Long> perSite = user.list(Item.KIND).stream()
                    .collect(Collectors.groupingBy(
                            item -> item.metadata().controller().orElseThrow().name(), Collectors.counting()));
            assertEquals(SITES, perSite.size());
            perSite.forEach((site, count) -> assertEquals(2, count, site));
        }
    }
}
