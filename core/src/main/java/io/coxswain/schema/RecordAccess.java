package io.coxswain.schema;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a class and reads their components, by reflection: method handles cost several times as much at the start. Immutable.
 */
public final class RecordAccess {
    /** Instead of a new one for each call. */
    private static final Object[] NO_ARGUMENTS = {};

    private final Constructor<?> constructor;
    private final Method[] accessors;

    /**
     * Looks the members up.
     *
     * @throws IllegalArgumentException if they can't be used because the record isn't public or its package isn't opened
     */
    public RecordAccess(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        accessors = new Method[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            accessors[i] = components[i].getAccessor();
            open(accessors[i], type);
        }
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record " + type.getName() + " without canonical constructor", e);
        }
        open(constructor, type);
    }

    /** Also what is visible to everybody: it would else be looked at again with each call, which takes longer than the call. */
    private static void open(AccessibleObject member, Class<?> type) {
        try {
            member.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + " can't be read or written: add to the module-info of "
                            + type.getModule().getName()
                            + ": opens " + type.getPackageName() + " to io.coxswain.core",
                    e);
        }
    }

    /** A record of these components, in their order. */
    public Object make(@Nullable Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The component of this number, from 0. */
    public @Nullable Object get(int component, Object record) {
        try {
            return accessors[component].invoke(record, NO_ARGUMENTS);
        } catch (InvocationTargetException e) {
            throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
