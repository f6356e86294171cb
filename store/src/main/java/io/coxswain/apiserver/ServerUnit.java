package io.coxswain.apiserver;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.client.Committed;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Transaction;
import io.coxswain.client.UnitOfWork;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stage that stays open from the first read to the commit. Everything but the commit is answered at once. */
final class ServerUnit implements UnitOfWork {
    private final ApiServer server;
    private final Cause cause;
    private final Stage stage;
    private final Set<Precondition> required;
    private final AsyncClient client;
    private boolean committed;

    ServerUnit(ApiServer server, List<Precondition> required, Cause cause) {
        this.server = server;
        this.cause = cause;
        this.required = new LinkedHashSet<>(required);
        stage = Stage.serializable(server.store().snapshot(), cause);
        client = ServerClient.of(this, server, cause);
    }

    static BadRequestException refused(String what) {
        return new BadRequestException("A unit of work was asked for " + what
                + ": it has one revision and one commit, use the client that it was begun with");
    }

    @Override
    public long revision() {
        return stage.revision();
    }

    @Override
    public AsyncClient client() {
        return client;
    }

    <R extends Resource<R>> CompletionStage<Optional<R>> find(Kind<R> kind, ResourceKey key) {
        return answer(() -> Optional.ofNullable(stage.find(kind, key)).map(found -> stage.unstamped(kind, found)));
    }

    <R extends Resource<R>> CompletionStage<ListPage<R>> list(Kind<R> kind, ListOptions options) {
        if (options.limit() != 0 || !options.continueToken().isEmpty()) {
            return CompletableFuture.failedStage(refused("a page of a list"));
        }
        return answer(() -> new ListPage<>(unstamped(kind, stage.list(kind, options.selection())), revision(), "", 0));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<List<R>> ownedBy(Kind<R> kind, String uid) {
        return answer(() -> unstamped(kind, stage.ownedBy(kind, uid)));
    }

    private <R extends Resource<R>> List<R> unstamped(Kind<R> kind, List<R> objects) {
        return objects.stream().map(object -> stage.unstamped(kind, object)).toList();
    }

    /** Carries out all that a request asks for, or nothing of it. */
    CompletionStage<Committed> run(List<Precondition> require, Script script) {
        return answer(() -> {
            Stage.Mark before = stage.mark();
            try {
                script.run(stage);
            } catch (RuntimeException | Error failure) {
                stage.undo(before);
                throw failure;
            }
            required.addAll(require);
            List<Committed.Result> results = new ArrayList<>();
            for (Stage.Outcome outcome :
                    stage.outcomes().subList(before.outcomes(), stage.outcomes().size())) {
                results.add(new Committed.Result(outcome.effect(), wanted(outcome)));
            }
            return new Committed(revision(), results);
        });
    }

    private @Nullable Resource<?> wanted(Stage.Outcome outcome) {
        return outcome.last() != null ? outcome.last() : wanted(outcome.cell());
    }

    private <R extends Resource<R>> @Nullable R wanted(Stage.Cell<R> cell) {
        StoredObject<R> stored = cell.wanted();
        return stored == null ? null : stage.unstamped(cell.kind, stored.resource());
    }

    private <T> CompletionStage<T> answer(Supplier<T> work) {
        try {
            requireOpen();
            return CompletableFuture.completedStage(work.get());
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private void requireOpen() {
        if (committed) {
            throw new BadRequestException(
                    "The unit of work of revision " + revision() + " was committed already: begin another one");
        }
    }

    @Override
    public CompletionStage<Committed> commit() {
        try {
            requireOpen();
            committed = true;
            requireFew();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
        List<Write> writes = stage.writes();
        if (writes.isEmpty()) {
            return CompletableFuture.completedStage(new Committed(revision(), List.of()));
        }
        List<Precondition> conditions = new ArrayList<>(required);
        conditions.addAll(stage.required());
        conditions.addAll(stage.conditions());
        return server.store()
                .commit(new StoreTransaction(conditions, writes, cause))
                .thenApply(this::settled);
    }

    private void requireFew() {
        long count = stage.outcomes().stream()
                .filter(outcome -> outcome.effect() != Committed.Effect.UNCHANGED)
                .count();
        if (count > Transaction.MAX_OPERATIONS) {
            throw new BadRequestException("Unit of work with " + count + " operations: must have at most "
                    + Transaction.MAX_OPERATIONS + ", do less at once");
        }
    }

    private Committed settled(StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.Applied applied) {
            return new Committed(applied.revision(), Attempt.results(stage, applied));
        }
        if (outcome instanceof StoreOutcome.Refused refused) {
            throw new ConflictException(Conditions.text(refused.failed(), server.store()));
        }
        throw new IllegalStateException("unknown outcome " + outcome);
    }
}
