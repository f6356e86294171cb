package io.coxswain.store.disk;

import io.coxswain.api.Kinds;
import io.coxswain.json.Codec;
import io.coxswain.json.ManifestException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns objects into what stands on the disk and back. Thread-safe. */
final class ObjectForm {
    private final Kinds kinds;
    private final Sealer sealer;

    ObjectForm(Kinds kinds, Sealer sealer) {
        this.kinds = kinds;
        this.sealer = sealer;
    }

    boolean knows(Kind<?> kind) {
        return kinds.find(kind.apiVersion(), kind.name()) != null;
    }

    /** The kind of what stands on the disk; {@code null} if it isn't known any more. */
    @Nullable
    Kind<?> kind(ObjectName name) {
        return kinds.find(name.apiVersion(), name.kind());
    }

    static byte[] json(Resource<?> object) {
        return Codec.lenient().toJsonBytes(object);
    }

    /** The JSON of an object, or of what was applied to make it, encrypted if its kind is. */
    Sealed write(Kind<?> kind, ObjectName name, byte[] json) {
        return sealer.seal(sealer.keyIdFor(kind), name, json);
    }

    <R extends Resource<R>> Map<String, Sealed> writeApplied(Kind<R> kind, ObjectName name, Map<String, R> applied) {
        Map<String, Sealed> written = new LinkedHashMap<>();
        applied.forEach((manager, object) -> written.put(manager, write(kind, name, json(object))));
        return written;
    }

    /** All of a stored object. */
    <R extends Resource<R>> RawObject write(StoredObject<R> stored) {
        R object = stored.resource();
        ObjectName name = ObjectName.of(object.kind(), object.key());
        RawValue value = new RawValue(
                write(object.kind(), name, json(object)), writeApplied(object.kind(), name, stored.applied()));
        return new RawObject(name, object.metadata().resourceVersion(), value);
    }

    <R extends Resource<R>> R read(Kind<R> kind, ObjectName name, Sealed json) {
        String text = new String(sealer.open(name, json), StandardCharsets.UTF_8);
        try {
            return Codec.lenient().read(text, kind);
        } catch (ManifestException e) {
            throw new DiskStoreException(
                    DiskStoreException.Reason.UNREADABLE_OBJECT,
                    null,
                    0,
                    name + " can't be read any more: " + e.getMessage()
                            + ": make the kind's record take what was stored, or leave the kind out, which keeps its objects"
                            + " unread",
                    e);
        }
    }

    <R extends Resource<R>> Map<String, R> readApplied(Kind<R> kind, ObjectName name, RawValue value) {
        Map<String, R> applied = new LinkedHashMap<>();
        value.applied().forEach((manager, json) -> applied.put(manager, read(kind, name, json)));
        return applied;
    }

    /** All of a snapshot's object, at its revision. */
    <R extends Resource<R>> StoredObject<R> read(Kind<R> kind, RawObject raw) {
        RawValue value = raw.value();
        R object = read(kind, raw.name(), value.object());
        R stamped = kind.withMetadata(object, object.metadata().withResourceVersion(raw.revision()));
        return new StoredObject<>(stamped, readApplied(kind, raw.name(), value));
    }
}
