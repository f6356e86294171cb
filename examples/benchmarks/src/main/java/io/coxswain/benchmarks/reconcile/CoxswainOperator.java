package io.coxswain.benchmarks.reconcile;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Manager;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informer;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Ours: memory store, API server, manager. */
final class CoxswainOperator implements Subject.Opened {
    private static final String NAME = "settings";

    private final Environment environment = Environment.system();
    private final MemoryStore store = MemoryStore.create(environment);
    private final Client client = ApiServer.builder(store, environment).start().client();
    private final Runs runs = new Runs();
    private final List<ResourceKey> keys = new ArrayList<>();
    private final Manager manager;

    CoxswainOperator(int objects) {
        for (int n = 0; n < objects; n++) {
            create(n);
            keys.add(ResourceKey.of(Subject.NAMESPACE, Subject.name(n)));
        }
        manager = Manager.builder(client, environment)
                .add(Controller.of(ConfigMap.KIND, () -> new Nothing(runs))
                        .named(NAME)
                        .concurrency(Subject.WORKERS))
                .build();
        runs.expect(objects);
        environment.await(manager.start(), Duration.ofMinutes(1));
        runs.await();
    }

    private record Nothing(Runs runs) implements Reconciler<ConfigMap> {
        @Override
        public Outcome reconcile(ConfigMap settings, Context<ConfigMap> context) {
            runs.one();
            return Outcome.done();
        }
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public void create(int n) {
        ObjectMeta metadata = ObjectMeta.named(Subject.NAMESPACE, Subject.name(n));
        client.create(new ConfigMap(metadata, Map.of(), Map.of("n", "0"), null));
    }

    @Override
    public void triggerAll() {
        for (ResourceKey key : keys) {
            manager.trigger(NAME, key);
        }
    }

    @Override
    public double writeUntilCached(int n) throws InterruptedException {
        Informer<ConfigMap> informer = manager.informers().of(ConfigMap.KIND);
        ConfigMap changed = client.patch(
                ConfigMap.KIND,
                keys.get(n),
                settings ->
                        settings.withMetadata(settings.metadata().withLabel("at", Long.toString(System.nanoTime()))));
        long answered = System.nanoTime();
        long[] cachedAt = new long[1];
        CountDownLatch cached = new CountDownLatch(1);
        informer.awaitRevision(changed.metadata().resourceVersion()).thenRun(() -> {
            cachedAt[0] = System.nanoTime();
            cached.countDown();
        });
        cached.await();
        return (cachedAt[0] - answered) / 1e3;
    }

    @Override
    public void close() {
        manager.close();
        store.close();
    }
}
