package io.coxswain.store.contract;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.memory.MemoryStore;

class MemoryStoreLawsTest extends StoreLaws {

    @Override
    protected Store open(Environment environment) {
        return MemoryStore.create(environment);
    }
}
