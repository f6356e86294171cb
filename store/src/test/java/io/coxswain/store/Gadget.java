package io.coxswain.store;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;

/** Another small kind, of cluster scope. */
public record Gadget(ObjectMeta metadata, int size) implements Resource<Gadget> {
    public static final Kind<Gadget> KIND = Kind.cluster("test.coxswain.io/v1", "Gadget", Gadget.class);

    public static Write put(String name, int size) {
        return new Write.Put<>(KIND, StoredObject.of(new Gadget(ObjectMeta.named(name), size)));
    }
}
