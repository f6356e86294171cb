package io.coxswain.cluster;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows one object, which may be absent, until a condition holds. All steps run on one serial executor. */
final class ConditionWait<R extends Resource<R>> implements WatchListener<R> {
    private final AsyncClient client;
    private final Executor serial;
    private final Kind<R> kind;
    private final Selection selection;
    private final Predicate<Optional<R>> condition;
    private final CompletableFuture<Optional<R>> met = new CompletableFuture<>();
    private @Nullable Watch watch;

    ConditionWait(
            AsyncClient client, Executor serial, Kind<R> kind, ResourceKey key, Predicate<Optional<R>> condition) {
        this.client = client;
        this.serial = serial;
        this.kind = kind;
        this.condition = condition;
        Selection named = Selection.all().field("metadata.name", key.name());
        selection = kind.isNamespaced() ? named.namespace(key.namespace()) : named;
    }

    CompletionStage<Optional<R>> begin() {
        serial.execute(this::list);
        return met;
    }

    /** Follows it no longer. */
    void end() {
        serial.execute(() -> {
            met.cancel(false);
            if (watch != null) {
                watch.close();
            }
        });
    }

    private void list() {
        if (!met.isDone()) {
            client.list(kind, ListOptions.of(selection)).whenCompleteAsync(this::listed, serial);
        }
    }

    private void listed(@Nullable ListPage<R> page, @Nullable Throwable failure) {
        if (page == null) {
            met.completeExceptionally(failure == null ? new IllegalStateException("list without answer") : failure);
            return;
        }
        look(page.items().stream().findFirst());
        if (!met.isDone()) {
            watch = client.watch(kind, WatchFrom.revision(page.revision()), selection, serial, this);
        }
    }

    private void look(Optional<R> object) {
        try {
            if (condition.test(object)) {
                met.complete(object);
            }
        } catch (RuntimeException e) {
            met.completeExceptionally(e);
        }
    }

    @Override
    public void onEvents(List<WatchEvent<R>> wholeCommits) {
        for (WatchEvent<R> event : wholeCommits) {
            look(event.type() == WatchEvent.Type.DELETED ? Optional.empty() : Optional.of(event.object()));
        }
    }

    @Override
    public void onEnd(WatchEnd cause) {
        if (cause instanceof WatchEnd.Expired) {
            list();
        } else if (cause instanceof WatchEnd.Failed failed) {
            met.completeExceptionally(failed.cause());
        }
    }
}
