package io.coxswain.informer;

import io.coxswain.resource.Resource;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;

/**
 * The place of one object in a cache, shared by the map of all objects and by the indexes. A newer version takes the place as long as every index has it under the same values, so most updates
 * touch no index; otherwise it gets a place of its own, and what is found under the old values until the indexes have followed is the old version.
 *
 * <p>{@code object} is written by the informer's own steps and read by any thread.
 */
final class Cached<R extends Resource<R>> {
    volatile R object;

    Cached(R object) {
        this.object = object;
    }

    /** The objects of some places, without copying them. */
    static <R extends Resource<R>> Collection<R> view(Collection<Cached<R>> places) {
        return new AbstractCollection<>() {
            @Override
            public Iterator<R> iterator() {
                return new Objects<>(places.iterator());
            }

            /** Without a size, which may change before the end is reached. */
            @Override
            public Spliterator<R> spliterator() {
                return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.CONCURRENT | Spliterator.NONNULL);
            }

            @Override
            public int size() {
                return places.size();
            }

            @Override
            public boolean isEmpty() {
                return places.isEmpty();
            }
        };
    }

    private record Objects<R extends Resource<R>>(Iterator<Cached<R>> places) implements Iterator<R> {
        @Override
        public boolean hasNext() {
            return places.hasNext();
        }

        @Override
        public R next() {
            return places.next().object;
        }
    }
}
