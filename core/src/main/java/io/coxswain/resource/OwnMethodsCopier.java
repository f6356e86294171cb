package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;
import java.util.Objects;

/** Copies records that implement {@link WithMetadata}, and {@link WithStatus} if they have a status. */
@SuppressWarnings("unchecked")
final class OwnMethodsCopier<R extends Resource<R>> implements Copier<R> {
    private final boolean status;

    OwnMethodsCopier(boolean status) {
        this.status = status;
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
