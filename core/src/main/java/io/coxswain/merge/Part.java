package io.coxswain.merge;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.ListSet;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One component of a record, and how it is merged. */
final class Part {
    /** How values of a component are merged. */
    enum Form {
        /** One value, replaced as such. */
        WHOLE,
        RECORD,
        MAP,
        SET,
        /** A list whose elements are told apart by some of their components. */
        KEYED
    }

    final String name;
    final Form form;
    final Class<?> type;
    /** The type of a keyed list's elements. */
    final Class<?> element;
    /** The components that make up the key of a keyed list's element. */
    final List<String> keys;
    /** What the component is in a record of which nothing is set. */
    final @Nullable Object absent;
    /** Set by whoever comes first; several may make the same. */
    private volatile @Nullable Keys elementKeys;

    Part(RecordComponent component, @Nullable Object absent) {
        this.name = component.getName();
        this.type = component.getType();
        this.absent = absent;
        ListMap keyed = component.getAnnotation(ListMap.class);
        this.element = keyed == null ? type : elementOf(component.getGenericType());
        this.keys = keyed == null ? List.of() : List.of(keyed.value());
        this.form = form(component);
    }

    private Form form(RecordComponent component) {
        if (component.isAnnotationPresent(Atomic.class) || type.isAnnotationPresent(Atomic.class)) {
            return Form.WHOLE;
        }
        if (Map.class.isAssignableFrom(type)) {
            return Form.MAP;
        }
        if (component.isAnnotationPresent(ListSet.class)) {
            return Form.SET;
        }
        if (!keys.isEmpty() && element.isRecord()) {
            return Form.KEYED;
        }
        boolean struct = type.isRecord() && !type.getPackageName().equals("io.coxswain.value");
        return struct ? Form.RECORD : Form.WHOLE;
    }

    private static Class<?> elementOf(Type list) {
        return list instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    /** How to tell a keyed list's elements apart; made when it is first needed, as records may contain themselves. */
    Keys elementKeys() {
        Keys made = elementKeys;
        if (made == null) {
            made = new Keys(this);
            elementKeys = made;
        }
        return made;
    }

    boolean isSet(@Nullable Object value) {
        return value != null && !Objects.equals(value, absent);
    }
}
