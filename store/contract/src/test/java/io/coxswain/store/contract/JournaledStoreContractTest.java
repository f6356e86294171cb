package io.coxswain.store.contract;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The memory engine behind a journal that answers a little later, and opened from it again. */
class JournaledStoreContractTest extends StoreContract {
    private MemoryJournal journal;

    @Override
    protected Store open(Environment environment) {
        journal = MemoryJournal.after(List.of(), environment);
        return journal.open(environment);
    }

    @Override
    protected Set<StorePromise> promises() {
        return EnumSet.of(StorePromise.SIMULATED, StorePromise.DURABLE);
    }

    @Override
    protected Store reopen(Environment environment) {
        journal = MemoryJournal.after(journal.commits(), environment);
        return journal.open(environment);
    }
}
