package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;

/**
 * How the objects of a kind are taken apart and put together. That of a record follows from its components; a kind whose
 * objects keep their fields otherwise brings one, and one class may then hold the objects of several kinds.
 *
 * <p>Pure; called from any thread. Two kinds of one name whose structures are equal are the same.
 *
 * @param <R> the class of the kind's objects
 */
public interface Structure<R extends Resource<R>> {

    /** Whether objects have a status, which is then written through the status subresource only. */
    boolean hasStatus();

    /** The object with other metadata. */
    R withMetadata(R object, ObjectMeta metadata);

    /** The object with the status of another; itself if there is none or it has that status already. */
    R withStatusOf(R object, R source);

    /** The object with a status whose every component is absent; itself if that can't be. */
    R withoutStatus(R object);

    /** Whether two objects have equal statuses. */
    boolean sameStatus(R one, R other);

    /** Whether two objects agree in everything but metadata and status. */
    boolean sameSpec(R one, R other);
}
