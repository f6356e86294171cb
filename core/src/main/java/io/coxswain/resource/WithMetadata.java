package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;

/**
 * A resource that copies itself with other metadata.
 *
 * <p>A record that implements this, and {@link WithStatus} if it has a status, is copied without reflection: its package
 * needn't be opened, and its kind is made faster. All built-in kinds are such.
 *
 * @param <R> the record itself
 */
public interface WithMetadata<R extends Resource<R>> {
    /** This with other metadata. */
    R withMetadata(ObjectMeta metadata);
}
