package io.coxswain.resource;

import io.coxswain.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with an object of a kind.
 *
 * @param <R> the record of the kind
 */
@FunctionalInterface
public interface Validation<R> {

    /**
     * Adds every error of the object, none left out because another was found. The object has its defaults. Pure: called from any thread, also speculatively.
     *
     * @param object the object as it would be stored
     * @param old the stored object if this is an update, {@code null} on create
     * @param errors where to add what is wrong
     */
    void validate(R object, @Nullable R old, FieldErrors errors);
}
