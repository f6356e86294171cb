package io.coxswain.store.contract;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;

/**
 * A small kind in namespaces that the suite stores.
 *
 * @param size tells its states apart
 * @param place a field that it can be selected by
 */
public record Widget(ObjectMeta metadata, int size, String place) implements Resource<Widget> {
    public static final Kind<Widget> KIND = Kind.builder("contract.coxswain.io/v1", "Widget", Widget.class)
            .field("place", Widget::place)
            .build();

    /** Its key in the namespace that the other factories use. */
    public static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    public static Widget of(String name, int size) {
        return of("default", name, size, "");
    }

    public static Widget of(String namespace, String name, int size, String place) {
        return new Widget(ObjectMeta.named(namespace, name).withUid("uid-" + name), size, place);
    }

    public Widget labelled(String key, String value) {
        return new Widget(metadata.withLabel(key, value), size, place);
    }

    /** Another object of the same name. */
    public Widget withUid(String uid) {
        return new Widget(metadata.withUid(uid), size, place);
    }

    public static Write put(Widget widget) {
        return new Write.Put<>(KIND, StoredObject.of(widget));
    }

    public static Write put(String name, int size) {
        return put(of(name, size));
    }

    public static Write delete(String name) {
        return new Write.Delete<>(KIND, key(name));
    }
}
