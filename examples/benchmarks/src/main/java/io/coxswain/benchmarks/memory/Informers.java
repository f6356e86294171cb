package io.coxswain.benchmarks.memory;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Index;
import io.coxswain.informer.Informer;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;

/** Informers over a store, with the two indexes that everybody has. */
final class Informers {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Informers() {}

    /** One that holds all Pods of the store; ends with the store. */
    static Informer<Pod> filledFrom(MemoryStore store) {
        Environment environment = Environment.system();
        Informer<Pod> informer = Informer.builder(
                        ApiServer.builder(store, environment).start().client().async(), environment, Pod.KIND)
                .index(Index.namespace(Pod.KIND))
                .index(Index.field(Pod.KIND, "spec.nodeName"))
                .build();
        informer.start();
        environment.await(informer.synced(), LIMIT);
        return informer;
    }
}
