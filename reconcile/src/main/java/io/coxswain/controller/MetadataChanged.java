package io.coxswain.controller;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Resource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of the metadata changed. One of our own predicates: it never blocks. */
record MetadataChanged<R extends Resource<R>>(Function<ObjectMeta, ? extends @Nullable Object> part)
        implements ChangePredicate<R> {

    @Override
    public boolean accepts(Change<R> change) {
        R old = change.old();
        R now = change.now();
        return old == null || now == null || !Objects.equals(part.apply(old.metadata()), part.apply(now.metadata()));
    }
}
