package io.coxswain.store.contract;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;

/**
 * A small kind of cluster scope that the suite stores.
 *
 * @param size tells its states apart
 */
public record Gadget(ObjectMeta metadata, int size) implements Resource<Gadget> {
    public static final Kind<Gadget> KIND = Kind.cluster("contract.coxswain.io/v1", "Gadget", Gadget.class);

    public static Write put(String name, int size) {
        return new Write.Put<>(KIND, StoredObject.of(new Gadget(ObjectMeta.named(name), size)));
    }

    public static Write delete(String name) {
        return new Write.Delete<>(KIND, ResourceKey.cluster(name));
    }
}
