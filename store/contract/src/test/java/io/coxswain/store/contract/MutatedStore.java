package io.coxswain.store.contract;

import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.store.Store;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.store.mutant.Mutant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The suite on a mutant, which the gate chooses; in a simulation, where waiting in vain takes no time. */
class MutatedStore extends StoreContract {
    static Mutant mutant = Mutant.none();

    private MemoryJournal journal;

    @Override
    protected Environment environment() {
        // far more than a test of the suite needs
        return new SimulatedEnvironment(SimulationOptions.seeded(1).withActionLimit(100_000));
    }

    @Override
    protected Store open(Environment environment) {
        journal = MemoryJournal.after(List.of(), environment);
        return mutant.store().apply(journal.open(environment), environment);
    }

    @Override
    protected Set<StorePromise> promises() {
        return EnumSet.allOf(StorePromise.class);
    }

    @Override
    protected Store openRetaining(Environment environment, int commits) {
        return mutant.store()
                .apply(MemoryStore.builder(environment).retainCommits(commits).build(), environment);
    }

    @Override
    protected Store reopen(Environment environment) {
        journal = MemoryJournal.after(mutant.journal().apply(journal.commits()), environment);
        return mutant.store().apply(journal.open(environment), environment);
    }
}
