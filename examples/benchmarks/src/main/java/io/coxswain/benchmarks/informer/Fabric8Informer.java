package io.coxswain.benchmarks.informer;

import io.coxswain.benchmarks.memory.Pods;
import io.coxswain.resource.ResourceKey;
import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.dsl.internal.AbstractWatchManager;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.impl.DefaultSharedIndexInformer;
import io.fabric8.kubernetes.client.informers.impl.ListerWatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Fabric8's informer, whose cache has an index by namespace from the start. */
final class Fabric8Informer implements Subject.Opened {
    private static final String NODE = "node";

    private final List<Pod> first = new ArrayList<>();
    private final List<Pod> changed = new ArrayList<>();
    private final Seen seen = new Seen();
    private final CountDownLatch watching = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final DefaultSharedIndexInformer<Pod, PodList> informer;
    private volatile @Nullable Watcher<Pod> watcher;

    Fabric8Informer(int pods) {
        for (int n = 0; n < pods; n++) {
            first.add(pod(n, n + 1));
            changed.add(pod(n, pods + n + 1));
        }
        informer = new DefaultSharedIndexInformer<>(Pod.class, new Source(), 0, executor);
        informer.addIndexers(Map.of(NODE, pod -> List.of(pod.getSpec().getNodeName())));
        informer.addEventHandler(new ResourceEventHandler<>() {
            @Override
            public void onAdd(Pod object) {
                seen.one();
            }

            @Override
            public void onUpdate(Pod old, Pod now) {
                seen.one();
            }

            @Override
            public void onDelete(Pod last, boolean unknown) {
                throw new IllegalStateException(last.getMetadata().getName() + " was deleted");
            }
        });
    }

    private static Pod pod(int n, long revision) {
        ResourceKey key = Pods.key(n);
        ObjectMeta metadata = new ObjectMeta();
        metadata.setNamespace(key.namespace());
        metadata.setName(key.name());
        metadata.setUid(key.name());
        metadata.setResourceVersion(Long.toString(revision));
        metadata.setLabels(Map.of("app", "app-" + n / Pods.PER_APPLICATION));
        PodSpec spec = new PodSpec();
        spec.setNodeName(Pods.node(n / Pods.PER_NODE));
        Pod pod = new Pod();
        pod.setMetadata(metadata);
        pod.setSpec(spec);
        return pod;
    }

    @Override
    public void fill() throws InterruptedException {
        seen.expect(first.size());
        informer.start();
        watching.await();
        seen.await();
    }

    @Override
    public void update() throws InterruptedException {
        Watcher<Pod> to = Objects.requireNonNull(watcher);
        seen.expect(changed.size());
        for (Pod pod : changed) {
            to.eventReceived(Watcher.Action.MODIFIED, pod);
        }
        seen.await();
    }

    @Override
    public int walkNode(String node) {
        return walk(NODE, node);
    }

    @Override
    public int walkNamespace(String namespace) {
        return walk(io.fabric8.kubernetes.client.informers.cache.Cache.NAMESPACE_INDEX, namespace);
    }

    private int walk(String index, String value) {
        int present = 0;
        for (Pod pod : informer.getIndexer().byIndex(index, value)) {
            present += pod.getMetadata() == null ? 0 : 1;
        }
        return present;
    }

    @Override
    public void close() {
        informer.stop();
        executor.shutdownNow();
    }

    /** Gives the list at once, and a watch that never fails. */
    private final class Source implements ListerWatcher<Pod, PodList> {
        @Override
        public CompletableFuture<PodList> submitList(ListOptions options) {
            PodList list = new PodList();
            list.setMetadata(new ListMeta());
            list.getMetadata().setResourceVersion(Long.toString(first.size()));
            list.setItems(first);
            return CompletableFuture.completedFuture(list);
        }

        @Override
        public CompletableFuture<AbstractWatchManager<Pod>> submitWatch(ListOptions options, Watcher<Pod> to) {
            watcher = to;
            watching.countDown();
            return new CompletableFuture<>();
        }

        @Override
        public Long getLimit() {
            return 0L;
        }

        @Override
        public int getWatchReconnectInterval() {
            return 1_000;
        }

        @Override
        public String getApiEndpointPath() {
            return "/api/v1/pods";
        }

        @Override
        public Config getConfig() {
            return Config.empty();
        }
    }
}
