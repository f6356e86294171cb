package io.coxswain.store.naive;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.contract.StoreContract;

/** How an engine's author runs the kit. */
class NaiveStoreContractTest extends StoreContract {

    @Override
    protected Store open(Environment environment) {
        return new NaiveStore();
    }
}
