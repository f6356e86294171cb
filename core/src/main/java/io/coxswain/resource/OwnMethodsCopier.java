package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies records that implement {@link WithMetadata}, and {@link WithStatus} if they have a status. */
@SuppressWarnings("unchecked")
final class OwnMethodsCopier<R extends Resource<R>> implements Copier<R> {
    private static final Object NOT_MADE_YET = new Object();

    private final Class<R> type;
    private final boolean status;
    private final MethodHandles.Lookup caller;

    /**
     * Made when first needed, which for most kinds is never: it takes the status apart, and so loads the class of each of its parts. Threads that race make equal ones.
     */
    private @Nullable Object absentStatus = NOT_MADE_YET;

    OwnMethodsCopier(Class<R> type, boolean status, MethodHandles.Lookup caller) {
        this.type = type;
        this.status = status;
        this.caller = caller;
    }

    @Override
    public boolean hasStatus() {
        return status;
    }

    @Override
    public R withMetadata(R object, ObjectMeta metadata) {
        return metadata == object.metadata() ? object : ((WithMetadata<R>) object).withMetadata(metadata);
    }

    @Override
    public R withStatusOf(R object, R source) {
        if (!status || statusOf(object) == statusOf(source)) {
            return object;
        }
        return ((WithStatus<R, Object>) object).withStatus(statusOf(source));
    }

    @Override
    public R withoutStatus(R object) {
        Object absent = absentStatus();
        return absent == null || absent.equals(statusOf(object))
                ? object
                : ((WithStatus<R, Object>) object).withStatus(absent);
    }

    private @Nullable Object absentStatus() {
        Object absent = absentStatus;
        if (absent == NOT_MADE_YET) {
            absent = status ? RecordShape.absentStatus(type, caller) : null;
            absentStatus = absent;
        }
        return absent;
    }

    @Override
    public boolean sameStatus(R one, R other) {
        return !status || Objects.equals(statusOf(one), statusOf(other));
    }

    @Override
    public boolean sameSpec(R one, R other) {
        return one == other
                || withStatusOf(withMetadata(one, other.metadata()), other).equals(other);
    }

    private Object statusOf(R object) {
        return ((WithStatus<R, Object>) object).status();
    }
}
