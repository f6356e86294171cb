package io.coxswain.json.wire;

import io.coxswain.resource.Resource;
import io.coxswain.schema.AsText;
import io.coxswain.schema.Micros;
import io.coxswain.schema.RecordAccess;
import io.coxswain.value.Bytes;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Quantity;
import io.coxswain.value.RawJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record class looks like on the wire. Found out once per class and kept with it.
 *
 * <p>A field that is absent gives zero for a primitive, an empty text, list or map, and null for everything else; where the component is
 * always written it gives the empty record or zero. A kind's metadata, spec and status are always written.
 */
final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private static final Set<String> PARTS_OF_RESOURCE = Set.of("metadata", "spec", "status");
    private static final Map<Class<?>, WireType> SCALARS = Map.ofEntries(
            Map.entry(String.class, new Scalars.Text()),
            Map.entry(boolean.class, new Scalars.Truth()),
            Map.entry(Boolean.class, new Scalars.Truth()),
            Map.entry(int.class, new Scalars.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Integer.class, new Scalars.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(long.class, new Scalars.Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(Long.class, new Scalars.Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(double.class, new Scalars.Decimal()),
            Map.entry(Double.class, new Scalars.Decimal()),
            Map.entry(Instant.class, WireTime.seconds()),
            Map.entry(Quantity.class, new Scalars.Amount()),
            Map.entry(IntOrString.class, new Scalars.NumberOrText()),
            Map.entry(Bytes.class, new Scalars.Base64()),
            Map.entry(RawJson.class, new Scalars.Anything()));

    private final Class<?> type;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Slot> byName = new LinkedHashMap<>();
    private final Map<String, Class<?>> parts = new LinkedHashMap<>();
    private final RecordAccess access;
    private volatile @Nullable Object empty;

    private Shape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + ": must be a record");
        }
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        access = new RecordAccess(type);
        for (RecordComponent component : components) {
            boolean neverNull =
                    isResource() && component.getType().isRecord() && PARTS_OF_RESOURCE.contains(component.getName());
            Slot slot = new Slot(slots.size(), component, wireType(component), access, neverNull);
            slots.add(slot);
            byName.put(slot.name(), slot);
            if (component.getType().isRecord() && !SCALARS.containsKey(component.getType())) {
                parts.put(slot.name(), component.getType());
            }
        }
    }

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static WireType wireType(RecordComponent component) {
        if (component.getType() == Instant.class && component.isAnnotationPresent(Micros.class)) {
            return WireTime.micros();
        }
        if (component.getType() == long.class && component.isAnnotationPresent(AsText.class)) {
            return new Scalars.NumberAsText();
        }
        return wireType(component.getGenericType(), component);
    }

    private static WireType wireType(Type type, RecordComponent component) {
        WireType scalar = type instanceof Class<?> plain ? SCALARS.get(plain) : null;
        if (scalar != null) {
            return scalar;
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return new RecordType(plain);
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return new EnumType(plain);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new ListType(wireType(arguments[0], component));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new MapType(wireType(arguments[1], component));
            }
        }
        throw new IllegalArgumentException(
                "record " + component.getDeclaringRecord().getName() + ": component "
                        + component.getName() + " of type " + type.getTypeName()
                        + " has no form in JSON: use text, numbers, booleans, Instant,"
                        + " Quantity, IntOrString, Bytes, RawJson, enums, records, and List or Map<String, ...> of these");
    }

    String name() {
        return type.getSimpleName();
    }

    boolean isResource() {
        return Resource.class.isAssignableFrom(type);
    }

    List<Slot> slots() {
        return slots;
    }

    Collection<String> names() {
        return byName.keySet();
    }

    @Nullable
    Slot slot(String name) {
        return byName.get(name);
    }

    /** Where inside of this a field of that name is, if it is one or two structs further down: {@code template.spec.containers}. */
    @Nullable
    String pathTo(String name) {
        for (Map.Entry<String, Class<?>> part : parts.entrySet()) {
            Shape inner = of(part.getValue());
            if (!part.getKey().equals("metadata") && inner.slot(name) != null) {
                return part.getKey() + "." + name;
            }
        }
        for (Map.Entry<String, Class<?>> part : parts.entrySet()) {
            for (Map.Entry<String, Class<?>> second : of(part.getValue()).parts.entrySet()) {
                if (of(second.getValue()).slot(name) != null) {
                    return part.getKey() + "." + second.getKey() + "." + name;
                }
            }
        }
        return null;
    }

    /** Puts what an absent field gives where nothing is. */
    void fillAbsent(@Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] == null) {
                arguments[i] = slots.get(i).absent();
            }
        }
    }

    Object construct(@Nullable Object[] arguments) {
        return access.make(arguments);
    }

    /** The record of which every field is absent. */
    Object empty() {
        Object known = empty;
        if (known == null) {
            @Nullable Object[] arguments = new Object[slots.size()];
            fillAbsent(arguments);
            known = construct(arguments);
            empty = known;
        }
        return known;
    }
}
