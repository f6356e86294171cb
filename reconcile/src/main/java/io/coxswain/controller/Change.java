package io.coxswain.controller;

import io.coxswain.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an object, as a cache saw it.
 *
 * @param old how it was; {@code null} if it is new
 * @param now how it is; {@code null} if it is gone
 */
public record Change<R extends Resource<R>>(
        @Nullable R old, @Nullable R now) {

    /** Whether the object was there before and is there now. */
    public boolean isUpdate() {
        return old != null && now != null;
    }

    /** The object: how it is, or how it last was. */
    public R object() {
        if (now != null) {
            return now;
        }
        if (old != null) {
            return old;
        }
        throw new IllegalStateException("a change of nothing");
    }
}
