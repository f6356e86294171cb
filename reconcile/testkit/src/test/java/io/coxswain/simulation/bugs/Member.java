package io.coxswain.simulation.bugs;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/** Stands for a pod or a machine. */
public record Member(ObjectMeta metadata, Spec spec) implements Resource<Member> {
    public static final Kind<Member> KIND = Kind.namespaced("bugs.example.com/v1", "Member", Member.class);

    public record Spec(int size, String config) {}

    static Member of(String name, int size) {
        return of(name, size, "");
    }

    static Member of(String name, int size, String config) {
        return new Member(ObjectMeta.named("default", name), new Spec(size, config));
    }

    static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    String name() {
        return metadata.name();
    }

    Member withMetadata(ObjectMeta value) {
        return new Member(value, spec);
    }

    Member withSize(int value) {
        return new Member(metadata, new Spec(value, spec.config));
    }

    Member withConfig(String value) {
        return new Member(metadata, new Spec(spec.size, value));
    }
}
