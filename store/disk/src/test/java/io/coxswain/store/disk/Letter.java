package io.coxswain.store.disk;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;

/** Another kind for tests, which some of them forget or encrypt. */
public record Letter(ObjectMeta metadata, String secret) implements Resource<Letter> {
    public static final Kind<Letter> KIND = Kind.namespaced("test.coxswain.io/v1", "Letter", Letter.class);

    static Letter of(String name, String secret) {
        return new Letter(ObjectMeta.named("default", name).withUid("uid-" + name), secret);
    }

    static Write put(Letter letter) {
        return new Write.Put<>(KIND, StoredObject.of(letter));
    }
}
