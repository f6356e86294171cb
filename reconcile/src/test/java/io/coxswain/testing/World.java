package io.coxswain.testing;

import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.NamespaceSpec;
import io.coxswain.api.core.v1.NamespaceStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A simulated environment with a store, an API and, on the side of the code under test, an API with faults. */
public final class World implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final SimulatedEnvironment environment;
    private final MemoryStore store;
    private final Client user;
    private final FaultyClient faults;

    public World() {
        this(SimulationOptions.seeded(1));
    }

    public World(SimulationOptions options) {
        environment = new SimulatedEnvironment(options);
        // the store's own timer isn't to be taken for one of what is tested
        store = MemoryStore.builder(environment).retainFor(Duration.ofDays(30)).build();
        ApiServer server = ApiServer.builder(store, environment).start();
        user = server.client();
        faults = new FaultyClient(server.async());
    }

    public SimulatedEnvironment environment() {
        return environment;
    }

    public MemoryStore store() {
        return store;
    }

    /** The client of a person: without faults. */
    public Client user() {
        return user;
    }

    public void namespace(String name) {
        user.create(new Namespace(ObjectMeta.named(name), NamespaceSpec.EMPTY, NamespaceStatus.EMPTY));
    }

    /** The API that the code under test gets. */
    public FaultyClient faults() {
        return faults;
    }

    public Client client() {
        return Client.over(faults, environment);
    }

    public void runUntil(BooleanSupplier condition) {
        environment.runUntil(condition, LIMIT);
    }

    public void run() {
        environment.run();
    }

    public void advance(Duration time) {
        environment.advance(time);
    }

    @Override
    public void close() {
        store.close();
        environment.close();
    }
}
