package io.coxswain.testing;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/** A small kind. */
public record Widget(ObjectMeta metadata, int size, String node) implements Resource<Widget> {
    public static final Kind<Widget> KIND = Kind.builder("test.example.com/v1", "Widget", Widget.class)
            .field("spec.nodeName", Widget::node)
            .build();

    public static Widget of(String name, int size) {
        return of("default", name, size, "");
    }

    public static Widget of(String namespace, String name, int size, String node) {
        return new Widget(ObjectMeta.named(namespace, name), size, node);
    }

    public static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    public Widget withSize(int other) {
        return new Widget(metadata, other, node);
    }

    public Widget withNode(String other) {
        return new Widget(metadata, size, other);
    }

    public Widget withMetadata(ObjectMeta other) {
        return new Widget(other, size, node);
    }
}
