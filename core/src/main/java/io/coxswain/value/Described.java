package io.coxswain.value;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes records of many components to people: only what is set. */
public final class Described {
    private Described() {}

    /** The record's name and those components that are neither null nor zero nor empty. */
    public static String record(Record record) {
        StringBuilder text = new StringBuilder(record.getClass().getSimpleName()).append('[');
        int start = text.length();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(component, record);
            if (isSet(value)) {
                text.append(text.length() == start ? "" : ", ");
                text.append(component.getName()).append('=').append(value);
            }
        }
        return text.append(']').toString();
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            return "<" + e + ">";
        }
    }

    private static boolean isSet(@Nullable Object value) {
        if (value instanceof Record) {
            return !value.toString().endsWith("[]");
        }
        if (value instanceof Collection<?> elements) {
            return !elements.isEmpty();
        }
        if (value instanceof Map<?, ?> entries) {
            return !entries.isEmpty();
        }
        return value != null
                && !value.equals("")
                && !value.equals(0)
                && !value.equals(0L)
                && !value.equals(false)
                && !value.equals(Quantity.ZERO);
    }
}
