package io.coxswain.simulation.bugs;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/** Stands for a StatefulSet. */
public record Replicas(ObjectMeta metadata, Spec spec) implements Resource<Replicas> {
    public static final Kind<Replicas> KIND = Kind.namespaced("bugs.example.com/v1", "Replicas", Replicas.class);

    public record Spec(int size, String config) {}

    static Replicas of(String name, int size) {
        return of(name, size, "");
    }

    static Replicas of(String name, int size, String config) {
        return new Replicas(ObjectMeta.named("default", name), new Spec(size, config));
    }

    static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    String name() {
        return metadata.name();
    }

    Replicas withMetadata(ObjectMeta value) {
        return new Replicas(value, spec);
    }

    Replicas withSize(int value) {
        return new Replicas(metadata, new Spec(value, spec.config));
    }

    Replicas withConfig(String value) {
        return new Replicas(metadata, new Spec(spec.size, value));
    }
}
