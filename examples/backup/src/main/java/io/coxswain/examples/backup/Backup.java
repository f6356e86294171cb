package io.coxswain.examples.backup;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;

/** A database of which one snapshot is to be kept, as long as this exists. */
// region BREAKS
record Backup(ObjectMeta metadata, Spec spec, Status status) implements Resource<Backup> {
    record Spec(String database) {}

    record Status(String snapshot) {}

    static final Kind<Backup> KIND = Kind.namespaced("example.com/v1", "Backup", Backup.class);

    Backup withSnapshot(String id) {
        return new Backup(metadata, spec, new Status(id));
    }
}
// endregion
