package io.coxswain.informer;

import io.coxswain.resource.Resource;

/**
 * Hears of every change in a cache: the calls for one key come in order, and no two calls to one handler overlap.
 *
 * <p>A handler may be slow, which delays nobody else; what it throws is logged and counted, and the next call comes as usual. When it is called the cache may be further ahead.
 *
 * @param <R> the record of the objects
 */
public interface InformerHandler<R extends Resource<R>> {

    /** An object that wasn't there. */
    default void onAdd(R object, Origin origin) {}

    /** An object that changed. A resync hands over the same object twice. */
    default void onUpdate(R old, R now) {}

    /** An object that is gone, or no longer selected. */
    default void onDelete(R last, LastState state) {}
}
