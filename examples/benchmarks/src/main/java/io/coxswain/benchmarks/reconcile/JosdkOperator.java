package io.coxswain.benchmarks.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Java-operator-sdk over fabric8's client and the server that it has for tests. Events without a cause come from an event source, so they don't go through the server. */
final class JosdkOperator implements Subject.Opened {
    /** It tells of each request; kept, because a level that was set goes with its logger. */
    private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
    private final KubernetesClient client;
    private final Runs runs = new Runs();
    private final Pushes pushes = new Pushes();
    private final List<ResourceID> keys = new ArrayList<>();
    private final Operator operator;
    private final SharedIndexInformer<ConfigMap> cache;
    private volatile @Nullable Awaited awaited;

    /** A version that the cache is to have. */
    private static final class Awaited {
        final String name;
        final String value = Long.toString(System.nanoTime());
        final CountDownLatch cached = new CountDownLatch(1);
        volatile long cachedAt;

        Awaited(String name) {
            this.name = name;
        }
    }

    JosdkOperator(int objects) {
        REQUESTS.setLevel(Level.WARNING);
        server.init();
        client = server.createClient();
        for (int n = 0; n < objects; n++) {
            create(n);
            keys.add(new ResourceID(Subject.name(n), Subject.NAMESPACE));
        }
        operator = new Operator(settings -> settings.withKubernetesClient(client)
                .withConcurrentReconciliationThreads(Subject.WORKERS)
                .withCloseClientOnStop(false));
        operator.register(new Nothing(runs, pushes));
        runs.expect(objects);
        operator.start();
        runs.await();
        cache = client.configMaps().inAnyNamespace().inform(new Noticing());
    }

    /** Its work. */
    @ControllerConfiguration
    static final class Nothing implements Reconciler<ConfigMap> {
        private final Runs runs;
        private final Pushes pushes;

        Nothing(Runs runs, Pushes pushes) {
            this.runs = runs;
            this.pushes = pushes;
        }

        @Override
        public UpdateControl<ConfigMap> reconcile(
                ConfigMap settings, io.javaoperatorsdk.operator.api.reconciler.Context<ConfigMap> context) {
            runs.one();
            return UpdateControl.noUpdate();
        }

        @Override
        public List<EventSource<?, ConfigMap>> prepareEventSources(EventSourceContext<ConfigMap> context) {
            return List.of(pushes);
        }
    }

    /** Events that have no object. */
    static final class Pushes extends AbstractEventSource<ConfigMap, ConfigMap> {
        Pushes() {
            super(ConfigMap.class, "pushes");
        }

        void push(ResourceID key) {
            getEventHandler().handleEvent(new Event(key));
        }

        @Override
        public Set<ConfigMap> getSecondaryResources(ConfigMap primary) {
            return Set.of();
        }
    }

    private final class Noticing implements ResourceEventHandler<ConfigMap> {
        @Override
        public void onAdd(ConfigMap object) {}

        @Override
        public void onUpdate(ConfigMap old, ConfigMap now) {
            Awaited wanted = awaited;
            if (wanted != null
                    && now.getMetadata().getName().equals(wanted.name)
                    && wanted.value.equals(now.getData().get("n"))) {
                wanted.cachedAt = System.nanoTime();
                wanted.cached.countDown();
            }
        }

        @Override
        public void onDelete(ConfigMap last, boolean unknown) {}
    }

    @Override
    public Runs runs() {
        return runs;
    }

    private static ConfigMap settings(int n, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(Subject.NAMESPACE)
                .withName(Subject.name(n))
                .endMetadata()
                .addToData("n", value)
                .build();
    }

    @Override
    public void create(int n) {
        client.resource(settings(n, "0")).create();
    }

    @Override
    public void triggerAll() {
        keys.forEach(pushes::push);
    }

    @Override
    public double writeUntilCached(int n) throws InterruptedException {
        Awaited wanted = new Awaited(Subject.name(n));
        awaited = wanted;
        client.resource(settings(n, wanted.value)).update();
        long answered = System.nanoTime();
        wanted.cached.await();
        return Math.max(0, wanted.cachedAt - answered) / 1e3;
    }

    @Override
    public void close() {
        cache.stop();
        operator.stop();
        client.close();
        server.destroy();
    }
}
