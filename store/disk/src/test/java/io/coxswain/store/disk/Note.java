package io.coxswain.store.disk;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.Map;

/** A small kind for tests. */
public record Note(ObjectMeta metadata, int number, String text) implements Resource<Note> {
    public static final Kind<Note> KIND = Kind.namespaced("test.coxswain.io/v1", "Note", Note.class);

    static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    static Note of(String name, int number) {
        return of(name, number, "");
    }

    static Note of(String name, int number, String text) {
        return new Note(ObjectMeta.named("default", name).withUid("uid-" + name), number, text);
    }

    static Write put(Note note) {
        return new Write.Put<>(KIND, StoredObject.of(note));
    }

    static Write apply(Note note, String manager) {
        return new Write.Put<>(KIND, new StoredObject<>(note, Map.of(manager, note)));
    }

    static Write delete(String name) {
        return new Write.Delete<>(KIND, key(name));
    }
}
