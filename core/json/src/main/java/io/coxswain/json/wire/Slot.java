package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonSink;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.RecordAccess;
import io.coxswain.schema.Required;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** A component of a record: a field on the wire. */
final class Slot {
    private final int index;
    private final String name;
    private final WireType type;
    private final boolean primitive;
    private final boolean alwaysWritten;
    private final boolean emptyIsValue;
    private final boolean required;
    private final RecordAccess access;

    Slot(int index, RecordComponent component, WireType type, RecordAccess access, boolean neverNull) {
        this.index = index;
        this.name = wireName(component.getName());
        this.type = type;
        this.primitive = component.getType().isPrimitive();
        this.alwaysWritten = neverNull || component.isAnnotationPresent(AlwaysWritten.class);
        this.emptyIsValue = component.isAnnotationPresent(EmptyIsValue.class);
        this.required = component.isAnnotationPresent(Required.class) && !RequiredFields.mayBeAbsent(component);
        this.access = access;
    }

    /** A component that would be a word of Java's ends in an underscore. */
    private static String wireName(String component) {
        return component.endsWith("_") ? component.substring(0, component.length() - 1) : component;
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    WireType type() {
        return type;
    }

    /** Whether an object without this field is refused. */
    boolean isRequired() {
        return required;
    }

    /** What the component is if the field is absent. */
    @Nullable
    Object absent() {
        if (emptyIsValue) {
            return null;
        }
        boolean zero = primitive || (alwaysWritten && !(type instanceof WireTime) && !(type instanceof EnumType));
        return zero ? type.zero() : type.absent();
    }

    void write(Object record, JsonSink to) throws IOException {
        Object value = access.get(index, record);
        if (value == null) {
            if (alwaysWritten) {
                to.name(name);
                to.nothing();
            }
        } else if (alwaysWritten || !isLeftOut(value)) {
            to.name(name);
            type.write(value, to);
        }
    }

    private boolean isLeftOut(Object value) {
        return primitive ? value.equals(type.zero()) : !emptyIsValue && type.isLeftOut(value);
    }
}
