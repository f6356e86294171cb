package io.coxswain.informer;

import io.coxswain.resource.Resource;

/** What a handler is still to be told; shared by all handlers of an informer. */
sealed interface Notification<R extends Resource<R>> {

    void deliver(InformerHandler<R> handler);

    record Added<R extends Resource<R>>(R object, Origin origin) implements Notification<R> {
        @Override
        public void deliver(InformerHandler<R> handler) {
            handler.onAdd(object, origin);
        }
    }

    record Updated<R extends Resource<R>>(R old, R now) implements Notification<R> {
        @Override
        public void deliver(InformerHandler<R> handler) {
            handler.onUpdate(old, now);
        }
    }

    record Deleted<R extends Resource<R>>(R last, LastState state) implements Notification<R> {
        @Override
        public void deliver(InformerHandler<R> handler) {
            handler.onDelete(last, state);
        }
    }

    /** Everything that was there in the beginning has been delivered. */
    record Synced<R extends Resource<R>>() implements Notification<R> {
        @Override
        public void deliver(InformerHandler<R> handler) {}
    }
}
