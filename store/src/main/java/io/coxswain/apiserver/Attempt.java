package io.coxswain.apiserver;

import io.coxswain.client.Cause;
import io.coxswain.client.Committed;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: its script is run against a snapshot, what came of it is committed if nothing of what it looked at
 * has changed, and otherwise all of it is done again with a newer snapshot.
 *
 * <p>Runs on one thread at a time: the caller's, as long as the store answers at once, else an executor's, because the stage
 * of a commit completes on a thread that has other callers to complete.
 *
 * @param <T> what the caller wants to know of the outcome
 */
final class Attempt<T> {
    /** Each failure means that another writer got on, so somebody makes progress; this many in a row mean a fault. */
    private static final int MOST_TRIES = 200;

    /** What all attempts of a server share. */
    record Loop(Store store, Executor retries) {
        /** Carries a request out; the answer is made of its outcome, here so that a failure needs no wrapper of a stage behind. */
        <T> CompletionStage<T> run(Request request, Function<Committed, T> answer) {
            Attempt<T> attempt = new Attempt<>(this, request, answer);
            attempt.begin();
            return attempt.done;
        }
    }

    /**
     * What is to be done.
     *
     * @param require what the caller wants to hold at the commit
     * @param dryRun whether it shall only be found out whether it could be done
     */
    record Request(Script script, List<Precondition> require, Cause cause, boolean dryRun) {}

    private final Loop loop;
    private final Request request;
    private final Function<Committed, T> answer;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private int tries;

    private Attempt(Loop loop, Request request, Function<Committed, T> answer) {
        this.loop = loop;
        this.request = request;
        this.answer = answer;
    }

    private void begin() {
        CompletionStage<Void> fresh = loop.store.fresh();
        if (fresh.toCompletableFuture().isDone()) {
            tryUntilAnswered();
        } else {
            fresh.whenCompleteAsync(
                    (ready, failure) -> {
                        if (failure != null) {
                            done.completeExceptionally(Failures.unwrap(failure));
                        } else {
                            tryUntilAnswered();
                        }
                    },
                    loop.retries);
        }
    }

    private void tryUntilAnswered() {
        try {
            while (!done.isDone()) {
                Stage stage = new Stage(loop.store.snapshot(), request.cause);
                request.script.run(stage);
                CompletionStage<StoreOutcome> commit = commit(stage);
                if (!commit.toCompletableFuture().isDone()) {
                    commit.whenComplete((outcome, failure) -> settleLater(stage, outcome, failure));
                    return;
                }
                settle(stage, commit.toCompletableFuture().getNow(null));
            }
        } catch (RuntimeException | Error failure) {
            done.completeExceptionally(Failures.unwrap(failure));
        }
    }

    private CompletionStage<StoreOutcome> commit(Stage stage) {
        List<Write> writes = stage.writes();
        List<Precondition> conditions = conditions(stage, writes);
        if (conditions.isEmpty()) {
            return CompletableFuture.completedStage(new StoreOutcome.Applied(stage.revision(), false, List.of()));
        }
        return loop.store.commit(new StoreTransaction(conditions, request.dryRun ? List.of() : writes, request.cause));
    }

    private List<Precondition> conditions(Stage stage, List<Write> writes) {
        List<Precondition> own = writes.isEmpty() ? List.of() : stage.conditions();
        if (request.require.isEmpty() && stage.required().isEmpty()) {
            return own;
        }
        List<Precondition> conditions = new ArrayList<>(request.require);
        conditions.addAll(stage.required());
        conditions.addAll(own);
        return conditions;
    }

    private void settleLater(Stage stage, @Nullable StoreOutcome outcome, @Nullable Throwable failure) {
        if (failure != null || outcome == null) {
            done.completeExceptionally(
                    failure == null ? new IllegalStateException("no outcome") : Failures.unwrap(failure));
            return;
        }
        if (outcome instanceof StoreOutcome.Applied applied) {
            succeed(stage, applied);
            return;
        }
        loop.retries.execute(() -> {
            try {
                settle(stage, outcome);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
                return;
            }
            tryUntilAnswered();
        });
    }

    /** @throws ConflictException if it makes no sense to go on */
    private void settle(Stage stage, @Nullable StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.Applied applied) {
            succeed(stage, applied);
            return;
        }
        if (!(outcome instanceof StoreOutcome.Refused refused)) {
            throw new IllegalStateException("unknown outcome " + outcome);
        }
        Precondition failed = refused.failed();
        if (request.require.contains(failed) || stage.required().contains(failed)) {
            throw new ConflictException(Conditions.text(failed, loop.store));
        }
        if (++tries >= MOST_TRIES) {
            throw new ConflictException(failed.kind() + " " + failed.key() + " changed " + tries
                    + " times while it was being written: try again later");
        }
    }

    private void succeed(Stage stage, StoreOutcome.Applied applied) {
        try {
            done.complete(answer.apply(new Committed(applied.revision(), results(stage, applied))));
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    static List<Committed.Result> results(Stage stage, StoreOutcome.Applied applied) {
        List<Committed.Result> results = new ArrayList<>(stage.outcomes().size());
        for (Stage.Outcome outcome : stage.outcomes()) {
            results.add(new Committed.Result(outcome.effect(), object(outcome, applied)));
        }
        return results;
    }

    /** As the store has it now; a dry run shows what it would have. */
    private static @Nullable Resource<?> object(Stage.Outcome outcome, StoreOutcome.Applied applied) {
        int write = outcome.cell().write();
        if (write >= 0 && write < applied.results().size()) {
            StoredObject<?> result = applied.results().get(write);
            if (result != null) {
                return result.resource();
            }
        }
        StoredObject<?> wanted = outcome.cell().wanted();
        return wanted == null ? outcome.last() : wanted.resource();
    }
}
