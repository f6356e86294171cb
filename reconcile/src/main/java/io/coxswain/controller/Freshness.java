package io.coxswain.controller;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.ListOptions;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informer;
import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Keeps a controller from acting on a cache that hasn't seen what the controller itself wrote: a key whose caches are behind waits, without a thread, until all of them have reached the revision
 * (cluster-api #13649 made eight machines instead of two for want of this).
 */
final class Freshness {
    private final AsyncClient client;
    private final Environment environment;
    private final Executor serial;
    private final Kind<?> kind;
    private final ControllerCaches caches;
    private final Duration limit;
    private final OwnWrites writes = new OwnWrites();

    Freshness(AsyncClient client, Environment environment, ControllerSpec<?> spec, ControllerCaches caches) {
        this.client = client;
        this.environment = environment;
        this.caches = caches;
        kind = spec.kind();
        limit = spec.staleLimit();
        serial = environment.serial("fresh-" + spec.name());
    }

    OwnWrites writes() {
        return writes;
    }

    /** Whether every cache has seen all that was written for a key. */
    boolean isFresh(ResourceKey key) {
        OwnWrites.Mark mark = writes.of(key);
        if (mark.unknown() > 0 || !behind(mark.revision()).isEmpty()) {
            return false;
        }
        writes.seen(key, mark);
        return true;
    }

    /** Complete when the key is fresh; fails with a message that names the cache if that takes too long. */
    CompletionStage<Void> await(ResourceKey key) {
        CompletableFuture<Void> fresh = new CompletableFuture<>();
        Cancellable timer = environment.schedule(limit, serial, () -> fresh.completeExceptionally(tooLate(key)));
        CompletionStage<Void> caughtUp =
                writes.of(key).unknown() > 0 ? boundUnknown(key).thenCompose(any -> catchUp(key)) : catchUp(key);
        caughtUp.whenComplete((any, failure) -> {
            timer.cancel();
            if (failure == null) {
                fresh.complete(null);
            } else {
                fresh.completeExceptionally(failure);
            }
        });
        return fresh;
    }

    private CompletionStage<Void> catchUp(ResourceKey key) {
        OwnWrites.Mark mark = writes.of(key);
        List<CompletableFuture<Void>> reached = new ArrayList<>();
        for (Informer<?> cache : behind(mark.revision())) {
            reached.add(cache.awaitRevision(mark.revision()).toCompletableFuture());
        }
        return CompletableFuture.allOf(reached.toArray(CompletableFuture<?>[]::new));
    }

    /** A write without an answer is visible in a read that comes after it, or was never made. */
    private CompletionStage<Void> boundUnknown(ResourceKey key) {
        OwnWrites.Mark before = writes.of(key);
        return client.list(kind, ListOptions.of(Selection.all()).withLimit(1))
                .thenAccept(page -> writes.bounded(key, before, page.revision()));
    }

    private List<Informer<?>> behind(long revision) {
        List<Informer<?>> behind = List.of();
        for (Informer<?> cache : caches.all()) {
            if (cache.revision() < revision) {
                behind = behind.isEmpty() ? new ArrayList<>() : behind;
                behind.add(cache);
            }
        }
        return behind;
    }

    /** The caches that haven't seen yet what was written for a key, as {@code cache of Pod at 41, must be at 57 (Watching)}. */
    List<String> describeBehind(ResourceKey key) {
        long wanted = writes.of(key).revision();
        List<String> texts = new ArrayList<>();
        for (Informer<?> cache : behind(wanted)) {
            texts.add("cache of " + cache.kind() + " is at " + cache.revision() + " and must be at " + wanted + " ("
                    + cache.state() + ")");
        }
        return texts;
    }

    private IllegalStateException tooLate(ResourceKey key) {
        OwnWrites.Mark mark = writes.of(key);
        if (mark.unknown() > 0) {
            return new IllegalStateException(kind + " " + key + " isn't reconciled: whether its last write was made"
                    + " couldn't be found out in " + limit.toMillis() + " ms");
        }
        return new IllegalStateException(kind + " " + key + " isn't reconciled: the controller wrote revision "
                + mark.revision() + ", and after " + limit.toMillis() + " ms the "
                + String.join(", the ", describeBehind(key)));
    }
}
