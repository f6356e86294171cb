package io.coxswain.resource;

import java.lang.invoke.MethodHandles;

/**
 * Takes the records of one kind apart and puts them together.
 *
 * @param <R> the record of the kind
 */
interface Copier<R extends Resource<R>> extends Structure<R> {

    /** The records' own methods if they have them, else handles to constructor and accessors. */
    static <R extends Resource<R>> Copier<R> of(Class<R> type, MethodHandles.Lookup caller) {
        boolean status = WithStatus.class.isAssignableFrom(type);
        boolean complete = WithMetadata.class.isAssignableFrom(type) && (status || !hasStatus(type));
        return complete ? new OwnMethodsCopier<>(type, status, caller) : new HandleCopier<>(type, caller);
    }

    private static boolean hasStatus(Class<?> type) {
        return type.isRecord() && RecordShape.component(type, "status") != null;
    }
}
