package io.coxswain.simulation.bugs;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/** Stands for a PersistentVolumeClaim. */
public record Claim(ObjectMeta metadata, Spec spec) implements Resource<Claim> {
    public static final Kind<Claim> KIND = Kind.namespaced("bugs.example.com/v1", "Claim", Claim.class);

    public record Spec(int size, String config) {}

    static Claim of(String name, int size) {
        return of(name, size, "");
    }

    static Claim of(String name, int size, String config) {
        return new Claim(ObjectMeta.named("default", name), new Spec(size, config));
    }

    static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    String name() {
        return metadata.name();
    }

    Claim withMetadata(ObjectMeta value) {
        return new Claim(value, spec);
    }

    Claim withSize(int value) {
        return new Claim(metadata, new Spec(value, spec.config));
    }

    Claim withConfig(String value) {
        return new Claim(metadata, new Spec(spec.size, value));
    }
}
