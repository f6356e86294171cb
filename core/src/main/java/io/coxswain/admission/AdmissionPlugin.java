package io.coxswain.admission;

import io.coxswain.resource.Resource;

/**
 * Changes or refuses writes. All plug-ins' {@link #mutate} come first, in the order in which they were given, then defaults and validation, then all {@link #validate}.
 *
 * <p>Called on the caller's thread, concurrently, and again when a commit met another one: it must be pure but for what it remembers of its own. An exception other than an
 * {@link io.coxswain.error.ApiException} reaches the caller as an internal error with the plug-in's name. A write that it has no opinion on passes through unchanged.
 */
public interface AdmissionPlugin {

    /** A name for messages. */
    String name();

    /** The object to go on with. */
    default <R extends Resource<R>> R mutate(AdmissionRequest<R> request) {
        return request.object();
    }

    /**
     * Looks at the object as it would be stored.
     *
     * @throws io.coxswain.error.ApiException if the write is refused
     */
    default <R extends Resource<R>> void validate(AdmissionRequest<R> request) {}
}
