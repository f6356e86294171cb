package io.coxswain.benchmarks.informer;

import io.coxswain.benchmarks.memory.Pods;
import io.coxswain.resource.ResourceKey;
import io.kubernetes.client.informer.EventType;
import io.kubernetes.client.informer.ListerWatcher;
import io.kubernetes.client.informer.ResourceEventHandler;
import io.kubernetes.client.informer.cache.Caches;
import io.kubernetes.client.informer.impl.DefaultSharedIndexInformer;
import io.kubernetes.client.openapi.models.V1ListMeta;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodList;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.util.CallGeneratorParams;
import io.kubernetes.client.util.Watch;
import io.kubernetes.client.util.Watchable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Client-java's informer, whose cache has an index by namespace from the start. */
final class ClientJavaInformer implements Subject.Opened {
    private static final String NODE = "node";

    private final List<V1Pod> first = new ArrayList<>();
    private final List<V1Pod> changed = new ArrayList<>();
    private final Seen seen = new Seen();
    private final CountDownLatch mayChange = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final DefaultSharedIndexInformer<V1Pod, V1PodList> informer;
    private final Thread thread;

    ClientJavaInformer(int pods) {
        for (int n = 0; n < pods; n++) {
            first.add(pod(n, n + 1));
            changed.add(pod(n, pods + n + 1));
        }
        informer = new DefaultSharedIndexInformer<>(V1Pod.class, new Source(), 0);
        informer.addIndexers(Map.of(NODE, pod -> List.of(pod.getSpec().getNodeName())));
        informer.addEventHandler(new ResourceEventHandler<>() {
            @Override
            public void onAdd(V1Pod object) {
                seen.one();
            }

            @Override
            public void onUpdate(V1Pod old, V1Pod now) {
                seen.one();
            }

            @Override
            public void onDelete(V1Pod last, boolean unknown) {
                throw new IllegalStateException(last.getMetadata().getName() + " was deleted");
            }
        });
        thread = new Thread(informer::run, "client-java-informer");
    }

    private static V1Pod pod(int n, long revision) {
        ResourceKey key = Pods.key(n);
        return new V1Pod()
                .metadata(new V1ObjectMeta()
                        .namespace(key.namespace())
                        .name(key.name())
                        .uid(key.name())
                        .resourceVersion(Long.toString(revision))
                        .putLabelsItem("app", "app-" + n / Pods.PER_APPLICATION))
                .spec(new V1PodSpec().nodeName(Pods.node(n / Pods.PER_NODE)));
    }

    @Override
    public void fill() throws InterruptedException {
        seen.expect(first.size());
        thread.start();
        seen.await();
    }

    @Override
    public void update() throws InterruptedException {
        seen.expect(changed.size());
        mayChange.countDown();
        seen.await();
    }

    @Override
    public int walkNode(String node) {
        return walk(NODE, node);
    }

    @Override
    public int walkNamespace(String namespace) {
        return walk(Caches.NAMESPACE_INDEX, namespace);
    }

    private int walk(String index, String value) {
        int present = 0;
        List<?> found = informer.getIndexer().byIndex(index, value);
        for (Object pod : found) {
            present += ((V1Pod) pod).getMetadata() == null ? 0 : 1;
        }
        return present;
    }

    @Override
    public void close() {
        informer.stop();
        closed.countDown();
        thread.interrupt();
    }

    private final class Source implements ListerWatcher<V1Pod, V1PodList> {
        @Override
        public V1PodList list(CallGeneratorParams parameters) {
            return new V1PodList()
                    .metadata(new V1ListMeta().resourceVersion(Long.toString(first.size())))
                    .items(first);
        }

        @Override
        public Watchable<V1Pod> watch(CallGeneratorParams parameters) {
            return new Changes();
        }
    }

    /** All changes when they may come, then nothing until the end. */
    private final class Changes implements Watchable<V1Pod> {
        private final Iterator<V1Pod> rest = changed.iterator();

        @Override
        public boolean hasNext() {
            try {
                mayChange.await();
                if (!rest.hasNext()) {
                    closed.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            return rest.hasNext();
        }

        @Override
        public Watch.Response<V1Pod> next() {
            return new Watch.Response<>(EventType.MODIFIED.name(), rest.next());
        }

        @Override
        public Iterator<Watch.Response<V1Pod>> iterator() {
            return this;
        }

        @Override
        public void close() {}
    }
}
