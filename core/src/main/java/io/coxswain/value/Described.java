package io.coxswain.value;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes records of many components to people: only what is set. */
public final class Described {
    /** Looked up once: the JVM makes the components of a class anew for everybody who asks. */
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            Method[] accessors = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
            for (Method accessor : accessors) {
                boolean unused = accessor.trySetAccessible();
            }
            return accessors;
        }
    };

    /** Instead of a new one for each call. */
    private static final Object[] NO_ARGUMENTS = {};

    private Described() {}

    /** The record's name and those components that are neither null nor zero nor empty. */
    public static String record(Record record) {
        StringBuilder text = new StringBuilder(record.getClass().getSimpleName()).append('[');
        int start = text.length();
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            String value = text(read(accessor, record));
            if (!value.isEmpty()) {
                text.append(text.length() == start ? "" : ", ");
                text.append(accessor.getName()).append('=').append(value);
            }
        }
        return text.append(']').toString();
    }

    private static @Nullable Object read(Method accessor, Record record) {
        try {
            return accessor.invoke(record, NO_ARGUMENTS);
        } catch (ReflectiveOperationException e) {
            return "<" + e + ">";
        }
    }

    /** The value as text; empty if it isn't set. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.equals(0) || value.equals(0L) || value.equals(false) ? "" : value.toString();
        }
        if (value instanceof Record) {
            String text = value.toString();
            return text.endsWith("[]") ? "" : text;
        }
        if (value instanceof Collection<?> elements) {
            return elements.isEmpty() ? "" : elements.toString();
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.isEmpty() ? "" : entries.toString();
        }
        return value.equals(Quantity.ZERO) ? "" : value.toString();
    }
}
