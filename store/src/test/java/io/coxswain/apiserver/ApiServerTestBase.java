package io.coxswain.apiserver;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodSpecBuilder;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A server over an empty store. */
abstract class ApiServerTestBase {
    protected final Environment environment = Environment.system();
    protected Store store;
    protected ApiServer server;
    protected Client client;

    @BeforeEach
    void startServer() {
        store = MemoryStore.create(environment);
        server =
                ApiServer.builder(store, environment).kinds(Pod.KIND, Site.KIND).start();
        client = server.client();
    }

    static Pod pod(String name, String node) {
        Container container =
                ContainerBuilder.builder().name("app").image("busybox").build();
        PodSpec spec = PodSpecBuilder.builder()
                .containers(List.of(container))
                .nodeName(node)
                .terminationGracePeriodSeconds(30L)
                .build();
        return new Pod(ObjectMeta.named("default", name), spec, PodStatus.EMPTY);
    }
}
