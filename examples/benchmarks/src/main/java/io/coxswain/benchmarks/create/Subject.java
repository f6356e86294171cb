package io.coxswain.benchmarks.create;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.store.memory.MemoryStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What takes the Pods. */
public enum Subject {
    /** The API server over the memory store: defaults, all validation, uid, revision, log. */
    COXSWAIN {
        @Override
        Target open() {
            MemoryStore store = MemoryStore.create(Environment.system());
            Client client =
                    ApiServer.builder(store, Environment.system()).start().client();
            return new Target() {
                @Override
                public Object create(Pod pod) {
                    return client.create(pod);
                }

                @Override
                public void close() {
                    store.close();
                }
            };
        }
    },

    /** The least that can be done: the Pod is put into a map. */
    CONCURRENT_HASH_MAP {
        @Override
        Target open() {
            return into(new ConcurrentHashMap<>());
        }
    },

    /** The same into a sorted map, as a store that answers lists has to be. */
    CONCURRENT_SKIP_LIST_MAP {
        @Override
        Target open() {
            return into(new ConcurrentSkipListMap<>());
        }
    };

    /** Something that was opened for one iteration. */
    interface Target extends AutoCloseable {
        Object create(Pod pod);

        @Override
        default void close() {}
    }

    abstract Target open();

    private static Target into(ConcurrentMap<String, Pod> map) {
        return pod -> {
            if (map.putIfAbsent(pod.metadata().name(), pod) != null) {
                throw new IllegalStateException("a name was used twice");
            }
            return pod;
        };
    }
}
