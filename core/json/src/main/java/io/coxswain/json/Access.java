package io.coxswain.json;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reaches constructors and accessors of records, by reflection: method handles cost several times as much at the start. */
final class Access {
    private Access() {}

    /** Reads one component. */
    @FunctionalInterface
    interface Getter {
        @Nullable
        Object get(Object record);
    }

    /** Makes a record of its components. */
    @FunctionalInterface
    interface Maker {
        Object make(@Nullable Object[] components);
    }

    static Maker maker(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            open(constructor, type, constructor.getModifiers());
            return arguments -> make(constructor, arguments);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record " + type.getName() + " without canonical constructor", e);
        }
    }

    private static Object make(Constructor<?> constructor, @Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Getter getter(RecordComponent component) {
        Method accessor = component.getAccessor();
        open(accessor, component.getDeclaringRecord(), accessor.getModifiers());
        return record -> get(accessor, record);
    }

    private static @Nullable Object get(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (InvocationTargetException e) {
            throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void open(AccessibleObject member, Class<?> type, int modifiers) {
        if (Modifier.isPublic(modifiers)
                && Modifier.isPublic(type.getModifiers())
                && !type.isMemberClass()
                && isExported(type)) {
            return;
        }
        try {
            member.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + " can't be read or written: add to the module-info of "
                            + type.getModule().getName() + ": opens " + type.getPackageName()
                            + " to io.coxswain.json, io.coxswain.core",
                    e);
        }
    }

    private static boolean isExported(Class<?> type) {
        return type.getModule().isExported(type.getPackageName(), Access.class.getModule());
    }

    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
