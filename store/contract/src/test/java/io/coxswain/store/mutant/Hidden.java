package io.coxswain.store.mutant;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;

/** What mutants write in secret. */
record Hidden(ObjectMeta metadata, int size) implements Resource<Hidden> {
    static final Kind<Hidden> KIND = Kind.cluster("mutant.coxswain.io/v1", "Hidden", Hidden.class);

    static Write put(int size) {
        return new Write.Put<>(KIND, StoredObject.of(new Hidden(ObjectMeta.named("hidden"), size)));
    }
}
