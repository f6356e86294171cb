package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * Takes the records of one kind apart and puts them together.
 *
 * @param <R> the record of the kind
 */
interface Copier<R extends Resource<R>> {

    /** The records' own methods if they have them, else handles to constructor and accessors. */
    static <R extends Resource<R>> Copier<R> of(Class<R> type, MethodHandles.Lookup caller) {
        boolean status = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("status"));
        boolean complete =
                WithMetadata.class.isAssignableFrom(type) && status == WithStatus.class.isAssignableFrom(type);
        return complete ? new OwnMethodsCopier<>(type, status, caller) : new HandleCopier<>(type, caller);
    }

    /** Whether the record has a component {@code status}. */
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
