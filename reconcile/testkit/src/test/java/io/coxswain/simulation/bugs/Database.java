package io.coxswain.simulation.bugs;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the controllers under test reconcile; each uses a part of it. */
public record Database(ObjectMeta metadata, Spec spec, Status status) implements Resource<Database> {
    public static final Kind<Database> KIND = Kind.namespaced("bugs.example.com/v1", "Database", Database.class);

    public record Spec(int replicas, int size, boolean tls, String config) {}

    public record Status(
            String id,
            String phase,
            String victim,
            boolean outOfSync,
            @Nullable Instant lastTransitionTime) {
        static final Status NONE = new Status("", "", "", false, null);

        Status withId(String value) {
            return new Status(value, phase, victim, outOfSync, lastTransitionTime);
        }

        Status withPhase(String value, String whom) {
            return new Status(id, value, whom, outOfSync, lastTransitionTime);
        }

        Status withOutOfSync(boolean value) {
            return new Status(id, phase, victim, value, lastTransitionTime);
        }

        Status withLastTransitionTime(Instant value) {
            return new Status(id, phase, victim, outOfSync, value);
        }
    }

    static Database of(String name, int replicas) {
        return new Database(ObjectMeta.named("default", name), new Spec(replicas, 1, true, "one"), Status.NONE);
    }

    static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    String name() {
        return metadata.name();
    }

    String uid() {
        return metadata.uid();
    }

    boolean isLive() {
        return !metadata.isDeleting();
    }

    Database withReplicas(int value) {
        return new Database(metadata, new Spec(value, spec.size, spec.tls, spec.config), status);
    }

    Database withSize(int value) {
        return new Database(metadata, new Spec(spec.replicas, value, spec.tls, spec.config), status);
    }

    Database withTls(boolean value) {
        return new Database(metadata, new Spec(spec.replicas, spec.size, value, spec.config), status);
    }

    Database withConfig(String value) {
        return new Database(metadata, new Spec(spec.replicas, spec.size, spec.tls, value), status);
    }

    Database withMetadata(ObjectMeta value) {
        return new Database(value, spec, status);
    }

    Database withStatus(Status value) {
        return new Database(metadata, spec, value);
    }
}
