package io.coxswain.benchmarks.informer;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.benchmarks.memory.Pods;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.ListPage;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Index;
import io.coxswain.informer.Informer;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Ours. */
final class CoxswainInformer implements Subject.Opened {
    /** Events come in batches, as from a store whose watchers are a little behind. */
    private static final int BATCH = 64;

    private static final Index<Pod> BY_NAMESPACE = Index.namespace(Pod.KIND);
    private static final Index<Pod> BY_NODE = Index.field(Pod.KIND, "spec.nodeName");

    private final List<Pod> first = new ArrayList<>();
    private final List<List<WatchEvent<Pod>>> changes = new ArrayList<>();
    private final Seen seen = new Seen();
    private final CountDownLatch watching = new CountDownLatch(1);
    private final Informer<Pod> informer;
    private volatile @Nullable WatchListener<Pod> listener;
    private volatile @Nullable Executor executor;

    CoxswainInformer(int pods) {
        List<WatchEvent<Pod>> batch = new ArrayList<>();
        for (int n = 0; n < pods; n++) {
            first.add(at(Pods.pod(n), n + 1));
            batch.add(new WatchEvent<>(WatchEvent.Type.MODIFIED, at(Pods.pod(n), pods + n + 1), pods + n + 1));
            if (batch.size() == BATCH || n == pods - 1) {
                changes.add(batch);
                batch = new ArrayList<>();
            }
        }
        informer = Informer.builder(client(), Environment.system(), Pod.KIND)
                .index(BY_NAMESPACE)
                .index(BY_NODE)
                .build();
        informer.addHandler(new InformerHandler<>() {
            @Override
            public void onAdd(Pod object, Origin origin) {
                seen.one();
            }

            @Override
            public void onUpdate(Pod old, Pod now) {
                seen.one();
            }

            @Override
            public void onDelete(Pod last, LastState state) {
                throw new IllegalStateException(last.key() + " was deleted");
            }
        });
    }

    private static Pod at(Pod pod, long revision) {
        return pod.withMetadata(pod.metadata().withUid(pod.metadata().name()).withResourceVersion(revision));
    }

    /** A client that lists and watches. */
    private AsyncClient client() {
        return (AsyncClient) Proxy.newProxyInstance(
                AsyncClient.class.getClassLoader(), new Class<?>[] {AsyncClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("list")) {
                        return CompletableFuture.completedStage(new ListPage<>(first, first.size(), "", 0));
                    }
                    return watch((Executor) arguments[3], arguments[4]);
                });
    }

    @SuppressWarnings("unchecked") // Pods are all that is watched
    private Watch watch(Executor on, Object theListener) {
        listener = (WatchListener<Pod>) theListener;
        executor = on;
        watching.countDown();
        return new Watch() {
            @Override
            public void requestBookmark() {}

            @Override
            public void close() {}
        };
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
        WatchListener<Pod> to = Objects.requireNonNull(listener);
        Executor on = Objects.requireNonNull(executor);
        seen.expect(first.size());
        for (List<WatchEvent<Pod>> batch : changes) {
            on.execute(() -> to.onEvents(batch));
        }
        seen.await();
    }

    @Override
    public int walkNode(String node) {
        return walk(BY_NODE, node);
    }

    @Override
    public int walkNamespace(String namespace) {
        return walk(BY_NAMESPACE, namespace);
    }

    private int walk(Index<Pod> index, String value) {
        int present = 0;
        for (Pod pod : informer.byIndex(index, value)) {
            present += pod.metadata() == null ? 0 : 1;
        }
        return present;
    }

    @Override
    public void close() {
        informer.close();
    }
}
