package io.coxswain.apiserver;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/** Where an object lives: one of a namespaced kind that names no namespace is in {@code default}. */
final class Keys {
    static final String DEFAULT_NAMESPACE = "default";

    private Keys() {}

    static ResourceKey of(Kind<?> kind, ResourceKey key) {
        return kind.isNamespaced() && key.namespace().isEmpty() ? ResourceKey.of(DEFAULT_NAMESPACE, key.name()) : key;
    }

    static <R extends Resource<R>> ResourceKey of(R object) {
        return of(object.kind(), object.key());
    }
}
