package io.coxswain.merge;

import io.coxswain.schema.RecordAccess;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
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
    private final RecordAccess access;
    private final List<Part> parts = new ArrayList<>();
    private final @Nullable Object[] absent;

    private Shape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        access = new RecordAccess(type);
        absent = absent(components);
        for (int i = 0; i < components.length; i++) {
            parts.add(new Part(components[i], absent[i]));
        }
    }

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** What the components are in a record of which nothing is set: it may turn nulls into empty values. */
    private @Nullable Object[] absent(RecordComponent[] components) {
        @Nullable Object[] zeros = new Object[components.length];
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = zero(components[i].getType());
        }
        try {
            return values(access.make(zeros), zeros.length);
        } catch (RuntimeException notMadeForIt) {
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
        return values(record, parts.size());
    }

    private @Nullable Object[] values(Object record, int count) {
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(record, i);
        }
        return values;
    }

    @Nullable
    Object value(Object record, int component) {
        return access.get(component, record);
    }

    Object make(@Nullable Object[] values) {
        return access.make(values);
    }
}
