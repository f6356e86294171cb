package io.coxswain.store;

import io.coxswain.api.Kinds;
import io.coxswain.environment.Environment;

/** How a store is opened, for whoever owns it and closes it: a cluster, a test. */
@FunctionalInterface
public interface StoreRecipe {

    /**
     * Opens the store. May block, so it isn't for a step of a serial executor.
     *
     * @param kinds the kinds whose objects it keeps
     */
    Store open(Environment environment, Kinds kinds);
}
