package io.coxswain.store.memory;

import io.coxswain.store.Store;
import io.coxswain.store.WatchContractTest;
import java.util.concurrent.Executor;

/** The memory engine behind a journal that answers a little later keeps the same contract. */
class JournaledMemoryStoreTest extends WatchContractTest {

    @Override
    protected Store open() {
        Executor answers = environment.workers("journal", 1);
        return MemoryStore.builder(environment)
                .journal(new CommitJournal() {
                    @Override
                    public void append(JournalBatch batch) {
                        answers.execute(batch::durable);
                    }

                    @Override
                    public void close() {}
                })
                .build();
    }
}
