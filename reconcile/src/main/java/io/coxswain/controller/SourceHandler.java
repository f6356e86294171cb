package io.coxswain.controller;

import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import io.coxswain.queue.Priority;
import io.coxswain.queue.WorkQueue;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Turns the changes of a kind into keys in a controller's queue. */
final class SourceHandler<T extends Resource<T>> implements InformerHandler<T> {
    private final Source<T> source;
    private final ControllerCaches caches;
    private final WorkQueue<ResourceKey> queue;
    private final String controller;
    private final MapperFailures failures;
    private final Logger log;

    SourceHandler(
            Source<T> source,
            ControllerCaches caches,
            WorkQueue<ResourceKey> queue,
            String controller,
            MapperFailures failures,
            Logger log) {
        this.source = source;
        this.caches = caches;
        this.queue = queue;
        this.controller = controller;
        this.failures = failures;
        this.log = log;
    }

    @Override
    public void onAdd(T object, Origin origin) {
        enqueue(new Change<>(null, object), origin == Origin.INITIAL_LIST ? Priority.LOW : Priority.NORMAL);
    }

    @Override
    public void onUpdate(T old, T now) {
        enqueue(new Change<>(old, now), old == now ? Priority.LOW : Priority.NORMAL);
    }

    @Override
    public void onDelete(T last, LastState state) {
        enqueue(new Change<>(last, null), Priority.NORMAL);
    }

    private void enqueue(Change<T> change, Priority priority) {
        try {
            if (source.accepts(change)) {
                long revision = change.object().metadata().resourceVersion();
                enqueue(change.old(), priority, revision);
                enqueue(change.now(), priority, revision);
            }
            failures.succeeded(source.kind(), change.object().key());
        } catch (RuntimeException e) {
            failures.failed(source.kind(), change.object().key(), e);
            log.atError()
                    .addKeyValue("controller", controller)
                    .addKeyValue("kind", source.kind())
                    .addKeyValue("object", change.object().key())
                    .setCause(e)
                    .log("A mapper or predicate threw; the change leads to no reconcile");
        }
    }

    private void enqueue(@Nullable T object, Priority priority, long revision) {
        if (object != null) {
            Collection<ResourceKey> keys = Objects.requireNonNull(
                    source.mapper().keysOf(object, caches), "the mapper returned null: return List.of() for no keys");
            for (ResourceKey key : keys) {
                queue.add(key, priority, revision);
            }
        }
    }

    @Override
    public String toString() {
        return "controller " + controller + " on " + source.kind();
    }
}
