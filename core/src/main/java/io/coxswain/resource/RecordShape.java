package io.coxswain.resource;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies the record of a kind with one component exchanged, through its canonical constructor; the handles are made once. */
final class RecordShape {
    private final Class<?> type;
    private final MethodHandle constructor;
    private final List<String> names = new ArrayList<>();
    private final List<MethodHandle> accessors = new ArrayList<>();

    private RecordShape(Class<?> type, MethodHandle constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    static RecordShape of(Class<?> type, MethodHandles.Lookup caller) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("kind " + type.getName() + ": must be a record");
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        readable(type);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, caller);
            RecordShape shape =
                    new RecordShape(type, lookup.findConstructor(type, MethodType.methodType(void.class, types)));
            for (RecordComponent component : components) {
                shape.names.add(component.getName());
                shape.accessors.add(lookup.unreflect(component.getAccessor()));
            }
            return shape;
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "kind " + type.getName() + " can't be copied: add to the module-info of "
                            + type.getModule().getName()
                            + ": opens " + type.getPackageName() + " to io.coxswain.core; or use"
                            + " Kind.builder(MethodHandles.lookup(), ...)",
                    e);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record " + type.getName() + " without canonical constructor", e);
        }
    }

    /**
     * An open package isn't enough: this module has to read that of the record too, which no descriptor of ours can say. And what is open to this module is open to the one that reads YAML, so one
     * line in the user's descriptor does for both.
     */
    private static void readable(Class<?> type) {
        Module own = RecordShape.class.getModule();
        Module users = type.getModule();
        own.addReads(users);
        if (own.isNamed() && users.isNamed() && users != own && users.isOpen(type.getPackageName(), own)) {
            own.getLayer()
                    .findModule("io.coxswain.json")
                    .ifPresent(json -> users.addOpens(type.getPackageName(), json));
        }
    }

    /** A record with every component absent; {@code null} if it can't be made so, or isn't a record. */
    static @Nullable Object absent(Class<?> type, MethodHandles.Lookup caller) {
        if (!type.isRecord()) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] absent = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            absent[i] = absentValue(types[i]);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            // once for each kind at the start of every program: a handle of so many arguments takes milliseconds to
            // make
            return constructor.canAccess(null)
                    ? constructor.newInstance(absent)
                    : of(type, caller).constructor.invokeWithArguments(absent);
        } catch (Throwable notMadeForIt) {
            return null;
        }
    }

    /** The same for the component {@code status} of a record. */
    static @Nullable Object absentStatus(Class<?> type, MethodHandles.Lookup caller) {
        RecordComponent status = component(type, "status");
        return status == null ? null : absent(status.getType(), caller);
    }

    /** The component of that name. */
    static @Nullable RecordComponent component(Class<?> type, String name) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        return null;
    }

    private static @Nullable Object absentValue(Class<?> type) {
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        if (type == String.class) {
            return "";
        }
        return type == List.class ? List.of() : type == Map.class ? Map.of() : null;
    }

    /** The type of a component. */
    Class<?> type(String component) {
        return constructor.type().parameterType(names.indexOf(component));
    }

    boolean has(String component) {
        return names.contains(component);
    }

    /** {@code (record, value) -> record} with that component exchanged. */
    MethodHandle copier(String component) {
        int exchanged = names.indexOf(component);
        int count = names.size();
        MethodHandle copier = constructor;
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i == exchanged ? 1 : 0;
            if (i != exchanged) {
                copier = MethodHandles.filterArguments(copier, i, accessors.get(i));
            }
        }
        MethodType narrow = MethodType.methodType(type, type, constructor.type().parameterType(exchanged));
        return MethodHandles.permuteArguments(copier, narrow, order)
                .asType(MethodType.methodType(Object.class, Object.class, Object.class));
    }

    MethodHandle accessor(String component) {
        return accessors.get(names.indexOf(component)).asType(MethodType.methodType(Object.class, Object.class));
    }

    /** The accessors of all components but those, in declaration order. */
    List<MethodHandle> accessorsBut(String... left) {
        List<String> out = List.of(left);
        List<MethodHandle> kept = new ArrayList<>();
        for (String name : names) {
            if (!out.contains(name)) {
                kept.add(accessor(name));
            }
        }
        return List.copyOf(kept);
    }

    static @Nullable Object call(MethodHandle handle, Object record) {
        try {
            return handle.invokeExact(record);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    static Object call(MethodHandle handle, Object record, @Nullable Object value) {
        try {
            return Objects.requireNonNull((Object) handle.invokeExact(record, value));
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
