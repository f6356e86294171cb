package io.coxswain.resource;

import io.coxswain.selector.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads objects at one revision. Never waits. */
public interface Reader {

    /** The revision of every answer. */
    long revision();

    /** The object, or {@code null} if there is none. */
    <R extends Resource<R>> @Nullable R find(Kind<R> kind, ResourceKey key);

    /** The selected objects, by namespace and name. */
    <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection);
}
