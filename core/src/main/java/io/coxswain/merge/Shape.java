package io.coxswain.merge;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a record class, found out once. Takes records apart and puts them together by reflection. */
final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Method> accessors = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final @Nullable Object[] absent;

    private Shape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record " + type.getName() + " without canonical constructor", e);
        }
        open(constructor);
        for (RecordComponent component : components) {
            open(component.getAccessor());
            accessors.add(component.getAccessor());
        }
        absent = absent(types);
        for (int i = 0; i < components.length; i++) {
            parts.add(new Part(components[i], absent[i]));
        }
    }

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private <T extends java.lang.reflect.AccessibleObject & java.lang.reflect.Member> void open(T member) {
        if (Modifier.isPublic(member.getModifiers()) && Modifier.isPublic(type.getModifiers())) {
            return;
        }
        try {
            member.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + " can't be merged: make it public, or add to the module-info of "
                            + type.getModule().getName() + ": opens " + type.getPackageName() + " to io.coxswain.core",
                    e);
        }
    }

    /** What the components are in a record of which nothing is set: it may turn nulls into empty values. */
    private @Nullable Object[] absent(Class<?>[] types) {
        @Nullable Object[] zeros = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            zeros[i] = zero(types[i]);
        }
        try {
            return values(constructor.newInstance(zeros));
        } catch (ReflectiveOperationException notMadeForIt) {
            return zeros;
        }
    }

    private static @Nullable Object zero(Class<?> type) {
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return type == List.class ? List.of() : type == Map.class ? Map.of() : null;
    }

    List<Part> parts() {
        return parts;
    }

    int indexOf(String name) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).name.equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("record " + type.getName() + " has no component " + name);
    }

    /** The components of a record, or what they are if there is none. */
    @Nullable
    Object[] values(@Nullable Object record) {
        if (record == null) {
            return absent.clone();
        }
        @Nullable Object[] values = new Object[accessors.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(record, i);
        }
        return values;
    }

    @Nullable
    Object value(Object record, int component) {
        try {
            return accessors.get(component).invoke(record);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unchecked(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
    }
}
