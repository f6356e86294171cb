package io.coxswain.controller;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;

/** The kind of one's own from the design. */
public record Website(ObjectMeta metadata, Spec spec, Status status) implements Resource<Website> {
    public record Spec(int replicas) {}

    public record Status(int readyReplicas) {}

    public static final Kind<Website> KIND = Kind.namespaced("example.com/v1", "Website", Website.class);

    public static Website of(String name, int replicas) {
        return new Website(ObjectMeta.named("default", name), new Spec(replicas), new Status(0));
    }

    public static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    Website withStatus(Status s) {
        return new Website(metadata, spec, s);
    }

    Website withReplicas(int n) {
        return new Website(metadata, new Spec(n), status);
    }
}
