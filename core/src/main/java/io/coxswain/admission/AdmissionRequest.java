package io.coxswain.admission;

import io.coxswain.client.Cause;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Reader;
import io.coxswain.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A write on its way to the store.
 *
 * @param verb what is done
 * @param kind of the object
 * @param object as it would be stored; the stored one for a delete
 * @param old the stored one; {@code null} for a create
 * @param reader everything else at the revision against which the write is admitted
 * @param cause who writes, and why
 */
public record AdmissionRequest<R extends Resource<R>>(
        Verb verb, Kind<R> kind, R object, @Nullable R old, Reader reader, Cause cause) {

    /** What a write does. */
    public enum Verb {
        CREATE,
        UPDATE,
        UPDATE_STATUS,
        DELETE
    }

    /** The same request with another object. */
    public AdmissionRequest<R> with(R changed) {
        return new AdmissionRequest<>(verb, kind, changed, old, reader, cause);
    }
}
