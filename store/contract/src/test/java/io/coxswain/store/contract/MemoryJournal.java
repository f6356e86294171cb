package io.coxswain.store.contract;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.memory.CommitJournal;
import io.coxswain.store.memory.JournalBatch;
import io.coxswain.store.memory.JournaledCommit;
import io.coxswain.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A journal in memory, which answers a little later: makes a memory store that can be opened again. */
final class MemoryJournal implements CommitJournal {
    private final List<JournaledCommit> commits = new ArrayList<>();
    private final Executor writer;

    private MemoryJournal(Executor writer, List<JournaledCommit> before) {
        this.writer = writer;
        commits.addAll(before);
    }

    static MemoryJournal after(List<JournaledCommit> before, Environment environment) {
        return new MemoryJournal(environment.serial("journal"), before);
    }

    Store open(Environment environment) {
        return MemoryStore.builder(environment).replay(commits()).journal(this).build();
    }

    List<JournaledCommit> commits() {
        synchronized (commits) {
            return List.copyOf(commits);
        }
    }

    @Override
    public void append(JournalBatch batch) {
        List<JournaledCommit> next = batch.commits();
        writer.execute(() -> {
            synchronized (commits) {
                commits.addAll(next);
            }
            batch.durable();
        });
    }

    @Override
    public void close() {}
}
