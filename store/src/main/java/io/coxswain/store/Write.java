package io.coxswain.store;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/** One write of a {@link StoreTransaction}. */
public sealed interface Write {

    /** The kind of the object that is written. */
    Kind<?> kind();

    /** The object that is written. */
    ResourceKey key();

    /**
     * Stores an object, in place of the one that is there. Changes nothing if that one is equal to it; the
     * {@code resourceVersion} isn't looked at.
     */
    record Put<R extends Resource<R>>(Kind<R> kind, StoredObject<R> object) implements Write {
        @Override
        public ResourceKey key() {
            return object.resource().key();
        }
    }

    /** Removes an object. Changes nothing if there is none. */
    record Delete<R extends Resource<R>>(Kind<R> kind, ResourceKey key) implements Write {}
}
