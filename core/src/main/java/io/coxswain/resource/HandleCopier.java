package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies any record through its canonical constructor. */
final class HandleCopier<R extends Resource<R>> implements Copier<R> {
    private final Class<R> type;
    private final MethodHandle metadataCopier;
    private final @Nullable MethodHandle status;
    private final @Nullable MethodHandle statusCopier;
    private final List<MethodHandle> specAccessors;
    private final @Nullable Object absentStatus;

    HandleCopier(Class<R> type, MethodHandles.Lookup caller) {
        RecordShape shape = RecordShape.of(type, caller);
        if (!shape.has("metadata")) {
            throw new IllegalArgumentException("record " + type.getName() + ": needs a component ObjectMeta metadata");
        }
        this.type = type;
        metadataCopier = shape.copier("metadata");
        boolean hasStatus = shape.has("status");
        status = hasStatus ? shape.accessor("status") : null;
        statusCopier = hasStatus ? shape.copier("status") : null;
        absentStatus = hasStatus ? RecordShape.absent(shape.type("status"), caller) : null;
        specAccessors = shape.accessorsBut("metadata", "status");
    }

    @Override
    public boolean hasStatus() {
        return status != null;
    }

    @Override
    public R withMetadata(R object, ObjectMeta metadata) {
        return type.cast(RecordShape.call(metadataCopier, object, metadata));
    }

    @Override
    public R withStatusOf(R object, R source) {
        if (status == null || statusCopier == null) {
            return object;
        }
        Object wanted = RecordShape.call(status, source);
        return wanted == RecordShape.call(status, object)
                ? object
                : type.cast(RecordShape.call(statusCopier, object, wanted));
    }

    @Override
    public R withoutStatus(R object) {
        Object absent = absentStatus;
        return statusCopier == null || absent == null
                ? object
                : type.cast(RecordShape.call(statusCopier, object, absent));
    }

    @Override
    public boolean sameStatus(R one, R other) {
        return status == null || Objects.equals(RecordShape.call(status, one), RecordShape.call(status, other));
    }

    @Override
    public boolean sameSpec(R one, R other) {
        for (MethodHandle accessor : specAccessors) {
            if (!Objects.equals(RecordShape.call(accessor, one), RecordShape.call(accessor, other))) {
                return false;
            }
        }
        return true;
    }
}
