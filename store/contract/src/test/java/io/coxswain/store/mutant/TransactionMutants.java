package io.coxswain.store.mutant;

import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Mutants of preconditions, revisions, atomicity and what a caller is told. */
final class TransactionMutants {
    private TransactionMutants() {}

    static List<Mutant> all() {
        return List.of(
                conditions("lost update: a revision isn't compared", c -> !(c instanceof Precondition.RevisionEquals)),
                conditions("absent isn't looked at", c -> !(c instanceof Precondition.Absent)),
                conditions("present isn't looked at", c -> !(c instanceof Precondition.Present)),
                conditions("delete of an object that was created again", c -> !(c instanceof Precondition.UidEquals)),
                Mutant.of("deposed leader writes: transitions aren't compared", TransactionMutants::deposedLeader),
                Mutant.of("only the first precondition counts", TransactionMutants::onlyTheFirst),
                Mutant.of("precondition that is named isn't the first", TransactionMutants::lastNamed),
                Mutant.of("revision skipped", SkippingStore::new),
                Mutant.of("revision for a write that changes nothing", UselessRevisions::new),
                Mutant.of("revision for a refused transaction", RevisionForRefusal::new),
                Mutant.of("first write of a refused transaction stays", HalfRefused::new),
                Mutant.of("transaction is two", SplitTransaction::new),
                Mutant.of("part of a transaction is visible before it", PartlyVisible::new),
                Mutant.of("acknowledged before it is visible", EarlyAcknowledgement::new),
                Mutant.of("acknowledged and never written", LostWrite::new),
                outcome("results in another order", TransactionMutants::reversed),
                outcome("results without their revision", TransactionMutants::unstamped),
                outcome("no-op says that it changed something", TransactionMutants::changed),
                writes("what managers applied is forgotten", TransactionMutants::bare),
                writes("labels are forgotten", TransactionMutants::unlabelled),
                Mutant.of("cause is lost", real -> new ForwardingStore(real) {
                    @Override
                    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                        return super.commit(
                                new StoreTransaction(transaction.preconditions(), transaction.writes(), Cause.UNKNOWN));
                    }
                }));
    }

    private interface Keeps {
        boolean test(Precondition condition);
    }

    private static Mutant conditions(String name, Keeps keeps) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                List<Precondition> kept =
                        transaction.preconditions().stream().filter(keeps::test).toList();
                return super.commit(new StoreTransaction(kept, transaction.writes(), transaction.cause()));
            }
        });
    }

    private static Store onlyTheFirst(Store real) {
        return new ForwardingStore(real) {
            @Override
            public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                List<Precondition> first =
                        transaction.preconditions().stream().limit(1).toList();
                return super.commit(new StoreTransaction(first, transaction.writes(), transaction.cause()));
            }
        };
    }

    private static Store lastNamed(Store real) {
        return new ForwardingStore(real) {
            @Override
            public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                List<Precondition> all = transaction.preconditions();
                return super.commit(transaction)
                        .thenApply(outcome -> outcome instanceof StoreOutcome.Refused
                                ? new StoreOutcome.Refused(all.get(all.size() - 1))
                                : outcome);
            }
        };
    }

    private static Mutant outcome(String name, UnaryOperator<StoreOutcome> told) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                return super.commit(transaction).thenApply(told);
            }
        });
    }

    private static StoreOutcome reversed(StoreOutcome outcome) {
        return results(outcome, results -> {
            List<StoredObject<?>> reversed = new ArrayList<>(results);
            Collections.reverse(reversed);
            return Collections.unmodifiableList(reversed);
        });
    }

    private static StoreOutcome unstamped(StoreOutcome outcome) {
        return results(outcome, results -> {
            List<StoredObject<?>> bare = new ArrayList<>();
            results.forEach(result -> bare.add(result == null ? null : at(result, 0)));
            return Collections.unmodifiableList(bare);
        });
    }

    private static StoreOutcome results(StoreOutcome outcome, UnaryOperator<List<StoredObject<?>>> change) {
        return outcome instanceof StoreOutcome.Applied applied
                ? new StoreOutcome.Applied(applied.revision(), applied.changed(), change.apply(applied.results()))
                : outcome;
    }

    private static StoreOutcome changed(StoreOutcome outcome) {
        return outcome instanceof StoreOutcome.Applied applied
                ? new StoreOutcome.Applied(applied.revision(), true, applied.results())
                : outcome;
    }

    private static <R extends Resource<R>> StoredObject<R> at(StoredObject<R> stored, long revision) {
        R object = stored.resource();
        return stored.with(object.kind().withMetadata(object, object.metadata().withResourceVersion(revision)));
    }

    private static Mutant writes(String name, Function<Write, Write> change) {
        return Mutant.of(name, real -> new ForwardingStore(real) {
            @Override
            public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                return super.commit(with(
                        transaction, transaction.writes().stream().map(change).toList()));
            }
        });
    }

    private static Write bare(Write write) {
        return write instanceof Write.Put<?> put ? bare(put) : write;
    }

    private static <R extends Resource<R>> Write bare(Write.Put<R> put) {
        return new Write.Put<>(put.kind(), StoredObject.of(put.object().resource()));
    }

    private static Write unlabelled(Write write) {
        return write instanceof Write.Put<?> put ? unlabelled(put) : write;
    }

    private static <R extends Resource<R>> Write unlabelled(Write.Put<R> put) {
        R object = put.object().resource();
        return new Write.Put<>(
                put.kind(),
                put.object()
                        .with(put.kind().withMetadata(object, object.metadata().withoutLabel("app"))));
    }

    private static Store deposedLeader(Store real) {
        return new ForwardingStore(real) {
            @Override
            public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
                List<Precondition> loose = transaction.preconditions().stream()
                        .map(condition -> condition instanceof Precondition.LeaseHeld held
                                ? new Precondition.UidEquals(held.kind(), held.key(), held.uid())
                                : condition)
                        .toList();
                return super.commit(new StoreTransaction(loose, transaction.writes(), transaction.cause()))
                        .thenApply(outcome -> named(outcome, transaction, loose));
            }

            private StoreOutcome named(StoreOutcome outcome, StoreTransaction asked, List<Precondition> loose) {
                return outcome instanceof StoreOutcome.Refused refused
                        ? new StoreOutcome.Refused(asked.preconditions().get(loose.indexOf(refused.failed())))
                        : outcome;
            }
        };
    }

    private static final class SkippingStore extends ForwardingStore {
        SkippingStore(Store real) {
            super(real);
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            return everyNth(7)
                    ? commitInSecret().thenCompose(secret -> super.commit(transaction))
                    : super.commit(transaction);
        }
    }

    private static final class UselessRevisions extends ForwardingStore {
        UselessRevisions(Store real) {
            super(real);
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            return super.commit(transaction)
                    .thenCompose(outcome -> outcome instanceof StoreOutcome.Applied applied
                                    && !applied.changed()
                                    && !transaction.writes().isEmpty()
                            ? commitInSecret()
                                    .thenApply(secret -> new StoreOutcome.Applied(
                                            ((StoreOutcome.Applied) secret).revision(), true, applied.results()))
                            : done(outcome));
        }
    }

    private static final class RevisionForRefusal extends ForwardingStore {
        RevisionForRefusal(Store real) {
            super(real);
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            return super.commit(transaction)
                    .thenCompose(outcome -> outcome instanceof StoreOutcome.Refused
                            ? commitInSecret().thenApply(secret -> outcome)
                            : done(outcome));
        }
    }

    private static final class HalfRefused extends ForwardingStore {
        HalfRefused(Store real) {
            super(real);
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            return super.commit(transaction)
                    .thenCompose(outcome -> outcome instanceof StoreOutcome.Refused
                                    && !transaction.writes().isEmpty()
                            ? super.commit(StoreTransaction.of(
                                            transaction.writes().get(0)))
                                    .thenApply(half -> outcome)
                            : done(outcome));
        }
    }

    private static final class SplitTransaction extends ForwardingStore {
        SplitTransaction(Store real) {
            super(real);
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            List<Write> writes = transaction.writes();
            if (writes.size() < 2) {
                return super.commit(transaction);
            }
            return super.commit(with(transaction, writes.subList(0, 1)))
                    .thenCompose(first -> first instanceof StoreOutcome.Applied
                            ? super.commit(new StoreTransaction(
                                    List.of(), writes.subList(1, writes.size()), transaction.cause()))
                            : done(first));
        }
    }

    /** Shows the first write of a transaction to readers of single objects a moment before the transaction. */
    private static final class PartlyVisible extends ForwardingStore {
        private final Environment environment;
        private volatile StoredObject<?> early;

        PartlyVisible(Store real, Environment environment) {
            super(real);
            this.environment = environment;
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            if (transaction.writes().size() != 2 || !(transaction.writes().get(0) instanceof Write.Put<?> put)) {
                return super.commit(transaction);
            }
            early = at(put.object(), real.revision() + 1);
            return later(environment, 2)
                    .thenCompose(then -> super.commit(transaction))
                    .whenComplete((outcome, failure) -> early = null);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
            StoredObject<?> shown = early;
            return shown != null
                            && shown.resource().kind().equals(kind)
                            && shown.resource().key().equals(key)
                    ? (StoredObject<R>) shown
                    : super.get(kind, key);
        }
    }

    static CompletionStage<Void> later(Environment environment, int millis) {
        CompletableFuture<Void> later = new CompletableFuture<>();
        environment.schedule(Duration.ofMillis(millis), environment.serial("later"), () -> later.complete(null));
        return later;
    }

    private static final class EarlyAcknowledgement extends ForwardingStore {
        private final Environment environment;

        EarlyAcknowledgement(Store real, Environment environment) {
            super(real);
            this.environment = environment;
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            if (transaction.writes().size() != 1
                    || !transaction.preconditions().isEmpty()
                    || !(transaction.writes().get(0) instanceof Write.Put<?> put)) {
                return super.commit(transaction);
            }
            long revision = real.revision() + 1;
            later(environment, 1).thenCompose(then -> super.commit(transaction));
            return done(new StoreOutcome.Applied(revision, true, List.of(at(put.object(), revision))));
        }
    }

    private static final class LostWrite extends ForwardingStore {
        LostWrite(Store real) {
            super(real);
        }

        @Override
        public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
            if (transaction.writes().size() != 1
                    || !transaction.preconditions().isEmpty()
                    || !(transaction.writes().get(0) instanceof Write.Put<?> put)
                    || !everyNth(5)) {
                return super.commit(transaction);
            }
            return commitInSecret().thenApply(secret -> {
                long revision = ((StoreOutcome.Applied) secret).revision();
                return new StoreOutcome.Applied(revision, true, List.of(at(put.object(), revision)));
            });
        }
    }
}
