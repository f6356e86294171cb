package io.coxswain.resource;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * Takes the records of one kind apart and puts them together.
 *
 * @param <R> the record of the kind
 */
interface Copier<R extends Resource<R>> extends Structure<R> {

    /** The records' own methods if they have them, else handles to constructor and accessors. */
    static <R extends Resource<R>> Copier<R> of(Class<R> type, MethodHandles.Lookup caller) {
        boolean status = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("status"));
        boolean complete =
                WithMetadata.class.isAssignableFrom(type) && status == WithStatus.class.isAssignableFrom(type);
        return complete ? new OwnMethodsCopier<>(type, status, caller) : new HandleCopier<>(type, caller);
    }
}
