package io.coxswain.controller;

import io.coxswain.informer.Index;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.List;
import java.util.Optional;

/**
 * Reads objects from a controller's caches: those of its own kind and of the kinds that it {@code owns}, {@code watches} or {@code reads}. Never waits, unless the controller is
 * {@linkplain ControllerSpec#serializable serializable}: then it reads them as they are at the revision of the call.
 *
 * <p>Every method throws {@link IllegalStateException} for another kind, naming the line that is missing from the controller.
 */
public interface CacheReader {

    /** The object of that key. */
    <T extends Resource<T>> Optional<T> find(Kind<T> kind, ResourceKey key);

    /** The selected objects, by namespace and name. */
    <T extends Resource<T>> List<T> list(Kind<T> kind, Selection selection);

    /** The objects that an index has under a value, by namespace and name. */
    <T extends Resource<T>> List<T> list(Index<T> index, String value);

    /** All objects, by namespace and name. */
    default <T extends Resource<T>> List<T> list(Kind<T> kind) {
        return list(kind, Selection.all());
    }
}
