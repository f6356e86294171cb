package io.coxswain.benchmarks.fanout;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.store.memory.MemoryStore;
import java.util.List;

/** The memory store: to publish is to commit. */
final class StoreDispatcher implements Dispatcher {
    private final Environment environment = Environment.system();
    private final Delivery delivery;
    private final MemoryStore store;

    StoreDispatcher(Delivery delivery) {
        this.delivery = delivery;
        store = MemoryStore.builder(environment)
                .retainCommits(delivery.events().size())
                .build();
    }

    @Override
    public void publish(List<WatchEvent<ConfigMap>> events) {
        for (WatchEvent<ConfigMap> event : events) {
            store.commit(StoreTransaction.of(new Write.Put<>(ConfigMap.KIND, StoredObject.of(event.object()))));
        }
    }

    @Override
    public void release() {
        for (int i = 0; i < delivery.subscribers(); i++) {
            store.watch(
                    ConfigMap.KIND,
                    WatchFrom.revision(0),
                    Selection.all(),
                    environment.serial("watcher-" + i),
                    new Listener(delivery.subscriber(i)));
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private record Listener(Delivery.Sum sum) implements WatchListener<ConfigMap> {
        @Override
        public void onEvents(List<WatchEvent<ConfigMap>> wholeCommits) {
            sum.addAll(wholeCommits);
        }

        @Override
        public void onEnd(WatchEnd cause) {}
    }
}
