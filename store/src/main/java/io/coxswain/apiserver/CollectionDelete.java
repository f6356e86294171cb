package io.coxswain.apiserver;

import io.coxswain.client.Committed;
import io.coxswain.client.Selector;
import io.coxswain.client.Transaction;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Deletes the objects that a list found, in transactions of bounded size; see {@code DeleteCollection} of
 * {@code apiserver/pkg/registry/generic/registry/store.go}. One that has gone meanwhile, is no longer selected, or whose name is
 * another object's now, is left alone. Used by one request.
 */
final class CollectionDelete<R extends Resource<R>> {
    private final Kind<R> kind;
    private final Selector<R> selector;
    private final DeleteOptions options;
    private final List<R> listed;
    private final List<R> deleted = new ArrayList<>();

    CollectionDelete(Kind<R> kind, Selection selection, DeleteOptions options, List<R> listed) {
        this.kind = kind;
        this.selector = new Selector<>(kind, selection);
        this.options = options;
        this.listed = listed;
    }

    /** Some of the objects, deleted together. */
    interface Batch {
        void run(Stage stage, Writes writes);
    }

    CompletionStage<List<R>> run(Function<Batch, CompletionStage<Committed>> commit) {
        CompletionStage<Void> done = CompletableFuture.completedStage(null);
        for (int from = 0; from < listed.size(); from += Transaction.MAX_OPERATIONS) {
            List<R> batch = listed.subList(from, Math.min(listed.size(), from + Transaction.MAX_OPERATIONS));
            done = done.thenCompose(before -> commit.apply((stage, writes) -> delete(stage, writes, batch)))
                    .thenAccept(this::remember);
        }
        return done.thenApply(all -> List.copyOf(deleted));
    }

    private void delete(Stage stage, Writes writes, List<R> batch) {
        for (R object : batch) {
            Stage.Cell<R> cell = stage.cell(kind, object.key());
            StoredObject<R> now = cell.wanted();
            if (now != null && isStill(object, now.resource())) {
                writes.delete(stage, cell, now, options);
            }
        }
    }

    private boolean isStill(R object, R now) {
        return now.metadata().uid().equals(object.metadata().uid()) && selector.matches(now);
    }

    private void remember(Committed committed) {
        for (Committed.Result result : committed.results()) {
            Resource<?> object = result.object();
            if (object != null) {
                deleted.add(kind.type().cast(object));
            }
        }
    }
}
