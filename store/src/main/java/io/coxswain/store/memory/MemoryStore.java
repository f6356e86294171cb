package io.coxswain.store.memory;

import io.coxswain.client.Cause;
import io.coxswain.client.Selector;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.error.TooManyRequestsException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A store in this process's memory, which ends with it.
 *
 * <p>Commits are combined: each caller's thread either carries out what is queued or leaves its transaction to the thread
 * that is doing so. Reads take no lock and wait for nobody. The last {@link Builder#retainCommits} commits can be watched
 * from and read at, those of them that are younger than {@link Builder#retainFor}; older ones are compacted.
 */
public final class MemoryStore implements Store {
    private static final CompletionStage<Void> FRESH = CompletableFuture.completedStage(null);

    private static final int WALKS_BESIDE_WRITERS = 3;

    private final Engine engine;
    private final Sequencer sequencer;

    private MemoryStore(Builder builder) {
        CommitJournal journal = builder.journal;
        engine = new Engine(
                builder.environment,
                builder.retainCommits,
                builder.retainFor,
                journal == null ? Sequencer.BATCH : Engine.MAX_UNPUBLISHED,
                builder.revision,
                builder.objects);
        builder.replayed.forEach(engine::replay);
        Executor relief = builder.environment.serial("store");
        sequencer = new Sequencer(engine, relief, journal);
        engine.compaction.begin(relief, sequencer::submit);
    }

    /** An empty store. */
    public static MemoryStore create(Environment environment) {
        return builder(environment).build();
    }

    public static Builder builder(Environment environment) {
        return new Builder(environment);
    }

    @Override
    public CompletionStage<Void> fresh() {
        engine.requireOpen();
        return FRESH;
    }

    @Override
    public long revision() {
        engine.requireOpen();
        return engine.head();
    }

    @Override
    public long oldestRevision() {
        engine.requireOpen();
        return engine.oldestRevision();
    }

    @Override
    public <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        engine.requireOpen();
        return engine.get(kind, key);
    }

    @Override
    public StoreSnapshot snapshot() {
        engine.requireOpen();
        return new Snapshot(engine, sequencer, engine.head());
    }

    @Override
    public StoreSnapshot snapshot(long revision) {
        engine.requireOpen();
        requirePast(revision);
        engine.requireRetained(revision);
        return new Snapshot(engine, sequencer, revision);
    }

    private void requirePast(long revision) {
        long head = engine.head();
        if (revision > head) {
            throw new BadRequestException(
                    "Revision " + revision + " is in the future, the newest is " + head + ": ask for one up to that");
        }
    }

    @Override
    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
        return commit(transaction, null);
    }

    /** Carries out a transaction whose journaled commit will have this form, whatever the journal's owner means by it. */
    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction, @Nullable Object form) {
        if (sequencer.isOverrun()) {
            return CompletableFuture.failedStage(
                    new TooManyRequestsException(
                            "Transactions come faster than the store can carry them out: wait for answers before more are sent"));
        }
        CommitSubmission submission = new CommitSubmission(transaction, form);
        sequencer.submit(submission);
        return submission.stage;
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        KindTable<R> table = engine.table(kind);
        long after = from instanceof WatchFrom.AfterRevision given ? given.revision() : engine.head();
        Subscriber<R> subscriber = new Subscriber<>(
                engine,
                table,
                new Selector<>(kind, selection),
                Interests.placeOf(kind, Demands.of(selection)),
                after,
                on,
                listener,
                this::release);
        try {
            requirePast(after);
        } catch (BadRequestException e) {
            subscriber.request(new WatchEnd.Failed(e));
        }
        sequencer.submit(new Step(engine -> engine.admit(subscriber)));
        return subscriber;
    }

    private void release(Subscriber<?> subscriber) {
        sequencer.submit(new Step(engine -> engine.dismiss(subscriber)));
    }

    /**
     * All that is stored, with the newest revision that is visible. Walks it beside the writers; only if they overtake
     * the walk again and again, so that what it reads expires, they wait for it.
     */
    public CompletionStage<Contents> contents() {
        for (int attempt = 0; attempt < WALKS_BESIDE_WRITERS; attempt++) {
            engine.requireOpen();
            long revision = engine.head();
            List<StoredObject<?>> objects = engine.objectsAt(revision);
            if (engine.oldestRevision() <= revision) {
                return CompletableFuture.completedStage(new Contents(revision, objects));
            }
        }
        CompletableFuture<Contents> stage = new CompletableFuture<>();
        sequencer.submit(new Walk(stage));
        return stage;
    }

    /** All that is stored at a revision, by kind, namespace and name. */
    public record Contents(long revision, List<StoredObject<?>> objects) {}

    /** Builds an index before lists make it due. */
    <R extends Resource<R>> void index(Kind<R> kind, Aspect aspect) {
        KindTable<R> table = engine.table(kind);
        Index<R> built = table.indexes.built(aspect, table, engine);
        if (built != null) {
            sequencer.submit(new Step(engine -> table.indexes.adopt(built, table, engine)));
        }
    }

    /** What objects of a kind are indexed by. */
    List<Aspect> indexed(Kind<?> kind) {
        KindTable<?> table = engine.tableOrNull(kind);
        return table == null ? List.of() : table.indexes.aspects();
    }

    /** The namespaces for which something is kept. */
    List<String> namespaces(Kind<?> kind) {
        KindTable<?> table = engine.tableOrNull(kind);
        return table == null ? List.of() : table.namespaces();
    }

    @Override
    public Optional<Cause> cause(long revision) {
        engine.requireOpen();
        if (revision > engine.head() || revision < 1) {
            return Optional.empty();
        }
        Commit commit = engine.commit(revision);
        return commit == null ? Optional.empty() : Optional.of(commit.cause);
    }

    @Override
    public void compact(long revision) {
        engine.requireOpen();
        sequencer.submit(new Step(engine -> engine.compaction.upTo(revision)));
    }

    @Override
    public void close() {
        ServiceUnavailableException cause = new ServiceUnavailableException("The store is closed");
        sequencer.submit(new Step(engine -> engine.close(cause)));
    }

    /** Reads everything while no writer can overtake it. */
    private static final class Walk extends Submission {
        private final CompletableFuture<Contents> stage;
        private @Nullable Contents contents;
        private @Nullable Throwable failure;

        Walk(CompletableFuture<Contents> stage) {
            this.stage = stage;
        }

        @Override
        void run(Engine engine) {
            engine.requireOpen();
            contents = new Contents(engine.head(), engine.objectsAt(engine.head()));
        }

        @Override
        void complete() {
            if (failure != null) {
                stage.completeExceptionally(failure);
            } else {
                stage.complete(contents);
            }
        }

        @Override
        void failed(Throwable fault) {
            failure = fault;
        }
    }

    /** Describes a store. Not thread-safe; each property may be set once. */
    public static final class Builder {
        /** Enough for a subscriber that pauses for a second under a heavy load; at rest it costs nothing. */
        private static final int DEFAULT_RETAINED = 1 << 16;

        /** A sweep costs a timer and a look at the marks: not more often than some hundred times a second. */
        private static final Duration SHORTEST_AGE = Duration.ofMillis(50);

        /** As Kubernetes' API server does ({@code --etcd-compaction-interval}); a list is paged through within that time. */
        private static final Duration DEFAULT_AGE = Duration.ofMinutes(5);

        private final Environment environment;
        private int retainCommits = DEFAULT_RETAINED;
        private Duration retainFor = DEFAULT_AGE;
        private long revision;
        private List<StoredObject<?>> objects = List.of();
        private Iterable<JournaledCommit> replayed = List.of();
        private @Nullable CommitJournal journal;

        private Builder(Environment environment) {
            this.environment = environment;
        }

        /**
         * How many commits can be watched from and read at, at least 1; 65,536 unless set. Bounds the memory that the past
         * takes, and how far a subscriber may lag under load.
         */
        public Builder retainCommits(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("retainCommits: " + count + ": must be at least 1");
            }
            retainCommits = count;
            return this;
        }

        /**
         * How long a commit can be watched from and read at, if there aren't too many of them; five minutes unless set. It is
         * kept for up to a quarter longer. Bounds how long what was deleted stays in memory when little happens.
         */
        public Builder retainFor(Duration age) {
            if (age.compareTo(SHORTEST_AGE) < 0) {
                throw new IllegalArgumentException("retainFor: " + age + ": must be at least " + SHORTEST_AGE);
            }
            retainFor = age;
            return this;
        }

        /**
         * Opens the store with what another one held at a revision. Each object keeps its own {@code resourceVersion},
         * which must be from 1 to that revision.
         */
        public Builder snapshot(long atRevision, List<StoredObject<?>> stored) {
            revision = atRevision;
            objects = List.copyOf(stored);
            return this;
        }

        /**
         * Carries out, after the snapshot, what was committed then. The revisions must follow it one by one; the objects
         * get them. These commits can be watched from and read at as far as they are retained.
         */
        public Builder replay(Iterable<JournaledCommit> commits) {
            replayed = commits;
            return this;
        }

        /** Shows commits only after this journal has made them durable. */
        public Builder journal(CommitJournal durable) {
            journal = durable;
            return this;
        }

        /**
         * Opens the store.
         *
         * @throws IllegalArgumentException if an object of the snapshot has no revision or one that is too high
         */
        public MemoryStore build() {
            return new MemoryStore(this);
        }
    }
}
