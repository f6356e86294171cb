package io.coxswain.examples.website;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;

/** A web site that is served by so many replicas. */
// region README FIRST
record Website(ObjectMeta metadata, Spec spec, Status status) implements Resource<Website> {
    record Spec(int replicas) {}

    record Status(int readyReplicas) {}

    static final Kind<Website> KIND = Kind.namespaced("example.com/v1", "Website", Website.class);

    Website withStatus(Status changed) {
        return new Website(metadata, spec, changed);
    }
}
// endregion
