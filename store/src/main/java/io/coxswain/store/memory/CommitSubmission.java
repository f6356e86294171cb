package io.coxswain.store.memory;

import io.coxswain.error.ApiException;
import io.coxswain.error.InternalErrorException;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A transaction on its way. All of it is computed before any of it is applied. */
final class CommitSubmission extends Submission {
    final CompletableFuture<StoreOutcome> stage = new CompletableFuture<>();
    private final StoreTransaction transaction;
    private final @Nullable Object form;
    private @Nullable Commit commit;
    private @Nullable StoreOutcome outcome;
    private @Nullable Throwable failure;

    CommitSubmission(StoreTransaction transaction, @Nullable Object form) {
        this.transaction = transaction;
        this.form = form;
    }

    /** What it was applied as; {@code null} if it changed nothing. */
    @Nullable
    Commit commit() {
        return commit;
    }

    /** What came along for the journal. */
    @Nullable
    Object form() {
        return form;
    }

    boolean hasFailed() {
        return failure != null;
    }

    @Override
    void run(Engine engine) {
        engine.requireWritable();
        for (Precondition precondition : transaction.preconditions()) {
            if (!Preconditions.holds(precondition, engine)) {
                outcome = new StoreOutcome.Refused(precondition);
                return;
            }
        }
        outcome = write(engine, engine.nextRevision());
    }

    private StoreOutcome write(Engine engine, long revision) {
        List<Write> writes = transaction.writes();
        Change<?>[] changes = new Change<?>[writes.size()];
        @Nullable StoredObject<?>[] results = new StoredObject<?>[writes.size()];
        int changed = 0;
        for (int i = 0; i < results.length; i++) {
            Change<?> change = null;
            if (writes.get(i) instanceof Write.Put<?> put) {
                change = put(engine, put, revision, results, i);
            } else if (writes.get(i) instanceof Write.Delete<?> delete) {
                change = delete(engine, delete, revision);
            }
            if (change != null) {
                changes[changed++] = change;
                results[i] = change.result();
            }
        }
        if (changed > 0) {
            Change<?>[] all = changed == changes.length ? changes : Arrays.copyOf(changes, changed);
            Commit made = new Commit(revision, all, transaction.cause());
            engine.apply(made);
            commit = made;
        }
        return new StoreOutcome.Applied(
                changed > 0 ? revision : engine.newestRevision(),
                changed > 0,
                Collections.unmodifiableList(Arrays.asList(results)));
    }

    /** The change; {@code null}, and the stored object as result, if there is none. */
    private static <R extends Resource<R>> @Nullable Change<R> put(
            Engine engine, Write.Put<R> put, long revision, @Nullable StoredObject<?>[] results, int at) {
        KindTable<R> table = engine.table(put.kind());
        StoredObject<R> wanted = put.object();
        ResourceKey key = put.key();
        Entry<R> entry = table.entry(key);
        StoredObject<R> before = stored(entry);
        if (before != null && table.same(before, wanted)) {
            results[at] = before;
            return null;
        }
        return Change.put(table, key, entry, before, wanted, revision);
    }

    private static <R extends Resource<R>> @Nullable Change<R> delete(
            Engine engine, Write.Delete<R> delete, long revision) {
        KindTable<R> table = engine.table(delete.kind());
        Entry<R> entry = table.entry(delete.key());
        StoredObject<R> before = stored(entry);
        return entry == null || before == null ? null : Change.delete(table, entry, before, revision);
    }

    private static <R extends Resource<R>> @Nullable StoredObject<R> stored(@Nullable Entry<R> entry) {
        Version<R> version = entry == null ? null : entry.newest();
        return version == null ? null : version.object;
    }

    @Override
    void complete() {
        Throwable fault = failure;
        if (fault != null) {
            stage.completeExceptionally(fault);
        } else {
            stage.complete(outcome);
        }
    }

    @Override
    void failed(Throwable fault) {
        failure = fault instanceof ApiException
                ? fault
                : new InternalErrorException("The transaction could not be carried out: " + fault, fault);
    }
}
