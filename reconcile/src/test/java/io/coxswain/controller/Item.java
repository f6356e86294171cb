package io.coxswain.controller;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;

/** A dependent whose name the server gives: nothing but the cache tells that it is there. */
public record Item(ObjectMeta metadata, String text) implements Resource<Item> {
    public static final Kind<Item> KIND = Kind.namespaced("example.com/v1", "Item", Item.class);

    static Item generated(String prefix) {
        return new Item(ObjectMeta.generated("default", prefix), "");
    }

    static Item named(String name) {
        return new Item(ObjectMeta.named("default", name), "");
    }

    Item withText(String other) {
        return new Item(metadata, other);
    }
}
