package io.coxswain.store.contract;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.memory.MemoryStore;
import java.util.EnumSet;
import java.util.Set;

class MemoryStoreContractTest extends StoreContract {

    @Override
    protected Store open(Environment environment) {
        return MemoryStore.create(environment);
    }

    @Override
    protected Set<StorePromise> promises() {
        return EnumSet.of(StorePromise.SIMULATED, StorePromise.RETAINS_COUNT);
    }

    @Override
    protected Store openRetaining(Environment environment, int commits) {
        return MemoryStore.builder(environment).retainCommits(commits).build();
    }
}
