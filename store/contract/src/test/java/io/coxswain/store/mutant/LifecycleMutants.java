package io.coxswain.store.mutant;

import io.coxswain.environment.Environment;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.memory.JournaledChange;
import io.coxswain.store.memory.JournaledCommit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Mutants of closing, of interrupted callers, and of what is found again. */
final class LifecycleMutants {
    private LifecycleMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("closed store answers reads", real -> new ForwardingStore(real) {
                    private StoredObject<?> last;

                    @Override
                    @SuppressWarnings("unchecked")
                    public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
                        try {
                            StoredObject<R> found = super.get(kind, key);
                            last = found;
                            return found;
                        } catch (ServiceUnavailableException closed) {
                            return (StoredObject<R>) last;
                        }
                    }
                }),
                Mutant.of("closed store fails with another error", real -> new ForwardingStore(real) {
                    @Override
                    public StoreSnapshot snapshot() {
                        try {
                            return super.snapshot();
                        } catch (ServiceUnavailableException closed) {
                            throw new IllegalStateException("closed");
                        }
                    }
                }),
                Mutant.of("closed store takes a transaction and never answers", real -> new ForwardingStore(real) {
                    private volatile boolean closed;

                    @Override
                    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                        return closed ? new CompletableFuture<>() : super.commit(transaction);
                    }

                    @Override
                    public void close() {
                        closed = true;
                        super.close();
                    }
                }),
                Mutant.of("closing leaves the watches", real -> new ForwardingStore(real) {
                    @Override
                    public void close() {
                        commitInSecret();
                    }
                }),
                Mutant.of("closing waits", WaitingClose::new),
                Mutant.of("closing again fails", real -> new ForwardingStore(real) {
                    private boolean closed;

                    @Override
                    public void close() {
                        if (closed) {
                            throw new IllegalStateException("closed");
                        }
                        closed = true;
                        super.close();
                    }
                }),
                Mutant.of("interrupt is swallowed", real -> new ForwardingStore(real) {
                    @Override
                    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                        Thread.interrupted();
                        return super.commit(transaction);
                    }
                }),
                Mutant.of("interrupted caller's transaction is dropped", real -> new ForwardingStore(real) {
                    @Override
                    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                        return Thread.currentThread().isInterrupted()
                                ? CompletableFuture.failedStage(new ServiceUnavailableException("interrupted"))
                                : super.commit(transaction);
                    }
                }),
                Mutant.reopened(
                        "last commit is lost",
                        journal -> journal.isEmpty() ? journal : journal.subList(0, journal.size() - 1)),
                Mutant.reopened(
                        "deletions are lost",
                        journal -> changed(
                                journal,
                                changes -> changes.stream()
                                        .filter(change -> change.after() != null)
                                        .toList())),
                Mutant.reopened(
                        "second half of a transaction is lost",
                        journal -> changed(journal, changes -> changes.subList(0, (changes.size() + 1) / 2))),
                Mutant.reopened("what managers applied is lost", journal -> changed(journal, LifecycleMutants::bare)),
                Mutant.reopened("everything is lost", journal -> List.of()));
    }

    private interface Changes {
        List<JournaledChange<?>> change(List<JournaledChange<?>> changes);
    }

    private static List<JournaledCommit> changed(List<JournaledCommit> journal, Changes changes) {
        return journal.stream()
                .map(commit -> new JournaledCommit(
                        commit.revision(), commit.cause(), changes.change(commit.changes()), commit.form()))
                .toList();
    }

    private static List<JournaledChange<?>> bare(List<JournaledChange<?>> changes) {
        List<JournaledChange<?>> bare = new ArrayList<>();
        changes.forEach(change -> bare.add(bare(change)));
        return bare;
    }

    private static <R extends Resource<R>> JournaledChange<R> bare(JournaledChange<R> change) {
        StoredObject<R> after = change.after();
        return new JournaledChange<>(
                change.kind(), change.key(), change.before(), after == null ? null : StoredObject.of(after.resource()));
    }

    private static final class WaitingClose extends ForwardingStore {
        private final Environment environment;

        WaitingClose(Store real, Environment environment) {
            super(real);
            this.environment = environment;
        }

        @Override
        public void close() {
            super.close();
            environment.await(TransactionMutants.later(environment, 1), Duration.ofSeconds(10));
        }
    }
}
