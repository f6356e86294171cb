package io.coxswain.informer;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/**
 * The place of one object in a cache, shared by the table of all objects and by those of the indexes. A newer version takes the place as long as every index has it under the same values, so
 * most updates touch no index; otherwise it gets a place of its own, and what is found under the old values until the indexes have followed is the old version.
 *
 * <p>{@code object} is written by the informer's own steps and read by any thread.
 */
final class Cached<R extends Resource<R>> {
    /** That of the key: a table asks for it more often than for the key's parts. */
    final int hash;

    volatile R object;

    // Instead of the key, which would be another object.
    private final String namespace;
    private final String name;

    Cached(ResourceKey key, R object) {
        hash = key.hashCode();
        namespace = key.namespace();
        name = key.name();
        this.object = object;
    }

    ResourceKey key() {
        return new ResourceKey(namespace, name);
    }

    boolean hasKey(String itsNamespace, String itsName) {
        return name.equals(itsName) && namespace.equals(itsNamespace);
    }

    boolean hasKeyOf(Cached<R> other) {
        return hash == other.hash && hasKey(other.namespace, other.name);
    }
}
