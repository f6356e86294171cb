package io.coxswain.store.memory;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to one object.
 *
 * @param before its state before; {@code null} if there was none. Not looked at when commits are replayed
 * @param after its state after; {@code null} if it was deleted
 */
public record JournaledChange<R extends Resource<R>>(
        Kind<R> kind,
        ResourceKey key,
        @Nullable StoredObject<R> before,
        @Nullable StoredObject<R> after) {}
