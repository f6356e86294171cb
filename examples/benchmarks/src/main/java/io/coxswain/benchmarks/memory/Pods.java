package io.coxswain.benchmarks.memory;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Cause;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.Store;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.List;

/** Small Pods: 10,000 in a namespace, 20 on a node, 50 of an application. */
public final class Pods {
    public static final int PER_NAMESPACE = 10_000;
    public static final int PER_NODE = 20;
    public static final int PER_APPLICATION = 50;

    private Pods() {}

    public static ResourceKey key(int n) {
        // spread, as the random parts of real names are
        String name = "crawler-" + Integer.toUnsignedString(n * 0x9E3779B9, Character.MAX_RADIX);
        return ResourceKey.of(namespace(n / PER_NAMESPACE), name);
    }

    public static String namespace(int n) {
        return "team-" + n;
    }

    public static String node(int n) {
        return "node-" + n;
    }

    public static Pod pod(int n) {
        ResourceKey key = key(n);
        ObjectMeta metadata =
                ObjectMeta.named(key.namespace(), key.name()).withLabel("app", "app-" + n / PER_APPLICATION);
        return new Pod(metadata, PodSpec.EMPTY.withNodeName(node(n / PER_NODE)), PodStatus.EMPTY);
    }

    public static List<Pod> pods(int count) {
        List<Pod> pods = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            pods.add(pod(n));
        }
        return pods;
    }

    static Write put(Pod pod) {
        return new Write.Put<>(Pod.KIND, StoredObject.of(pod));
    }

    static void fill(Store store, List<Pod> pods) {
        for (Pod pod : pods) {
            store.commit(new StoreTransaction(List.of(), List.of(put(pod)), Cause.UNKNOWN));
        }
    }
}
