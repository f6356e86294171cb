package io.coxswain.simulation;

import io.coxswain.resource.Resource;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Reads {@code status.observedGeneration} of records that have one, or what an object without such components says it is. */
final class ObservedGeneration {
    private static final ClassValue<Accessors> ACCESSORS = new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
            Method status = accessor(type, "status");
            Class<?> holder = status == null ? type : status.getReturnType();
            return new Accessors(status, accessor(holder, "observedGeneration"));
        }
    };

    private record Accessors(
            @Nullable Method status, @Nullable Method generation) {}

    private ObservedGeneration() {}

    private static @Nullable Method accessor(Class<?> type, String name) {
        try {
            Method method = type.getDeclaredMethod(name);
            return method.trySetAccessible() ? method : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** The generation; -1 where there is none, or it can't be read from here. */
    static long of(Resource<?> object) {
        Accessors accessors = ACCESSORS.get(object.getClass());
        if (accessors.generation == null) {
            return -1;
        }
        try {
            Object status = accessors.status == null ? object : accessors.status.invoke(object);
            Object generation = status == null ? null : accessors.generation.invoke(status);
            return generation instanceof Number number ? number.longValue() : -1;
        } catch (ReflectiveOperationException e) {
            return -1;
        }
    }
}
