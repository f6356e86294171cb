package io.coxswain.apiserver;

import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.NamespaceStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.ObjectMetaBuilder;
import io.coxswain.environment.Environment;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ForbiddenException;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.List;
import java.util.random.RandomGenerator;

/** What the server makes of an object that is created; see {@code apiserver/pkg/registry/rest/create.go}. */
final class CreateRules {
    /** Without vowels and what looks like another, so that no words come about; {@code apimachinery/pkg/util/rand}. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int RANDOM_LENGTH = 5;
    private static final int LONGEST_PREFIX = 63 - RANDOM_LENGTH;
    /** As Kubernetes 1.32 (KEP-4420): with 14 million endings a name that is taken is bad luck, eight are no luck. */
    private static final int NAME_TRIES = 8;

    private static final PodStatus PENDING = PodStatus.EMPTY.withPhase("Pending");
    private static final NamespaceStatus ACTIVE = NamespaceStatus.EMPTY.withPhase("Active");

    private final Environment environment;
    private final RandomGenerator random;

    CreateRules(Environment environment) {
        this.environment = environment;
        this.random = environment.random("apiserver/names");
    }

    /** The object with what is the server's to say: its name, uid, time and first state, in a namespace that takes it. */
    <R extends Resource<R>> R prepared(Stage stage, Kind<R> kind, R object) {
        ObjectMeta given = object.metadata();
        if (given.resourceVersion() != 0) {
            throw new BadRequestException(kind + " " + object.key() + ": metadata.resourceVersion: "
                    + given.resourceVersion() + ": must not be set on an object that is created");
        }
        String namespace = kind.keyOf(object.key()).namespace();
        if (kind.isNamespaced()) {
            requireNamespace(stage, namespace);
        }
        ObjectMetaBuilder metadata = ObjectMetaBuilder.builder(given)
                .namespace(namespace)
                .name(name(stage, kind, namespace, given))
                .uid(environment.newUid())
                .selfLink("")
                .generation(kind.generationRule() == GenerationRule.SPEC ? 1 : 0)
                .creationTimestamp(environment.now())
                .deletionTimestamp(null)
                .deletionGracePeriodSeconds(null)
                .managedFields(List.of());
        return kind.withMetadata(withFirstStatus(kind, object), metadata.build());
    }

    private static void requireNamespace(Stage stage, String name) {
        ResourceKey key = ResourceKey.cluster(name);
        Namespace namespace = stage.find(Namespace.KIND, key);
        if (namespace == null) {
            throw new NotFoundException("Namespace " + name + " not found: create it first");
        }
        if (namespace.metadata().isDeleting() || namespace.status().phase().equals("Terminating")) {
            throw new ForbiddenException(
                    "Namespace " + name + " is being deleted: nothing can be created in it any more");
        }
        stage.relyOn(Namespace.KIND, key);
    }

    private String name(Stage stage, Kind<?> kind, String namespace, ObjectMeta given) {
        String prefix = given.generateName();
        if (!given.name().isEmpty() || prefix.isEmpty()) {
            return given.name();
        }
        String base = prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX));
        for (int i = 0; i < NAME_TRIES; i++) {
            String name = base + ending();
            if (!exists(stage, kind, new ResourceKey(namespace, name))) {
                return name;
            }
        }
        throw new AlreadyExistsException(kind + " " + new ResourceKey(namespace, prefix)
                + "*: no free name was found in " + NAME_TRIES + " tries: use another generateName");
    }

    private static <R extends Resource<R>> boolean exists(Stage stage, Kind<R> kind, ResourceKey key) {
        return stage.find(kind, key) != null;
    }

    private String ending() {
        char[] ending = new char[RANDOM_LENGTH];
        for (int i = 0; i < ending.length; i++) {
            ending[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new String(ending);
    }

    /** The admitted object, whatever admission did to what isn't its to change. */
    <R extends Resource<R>> R completed(Kind<R> kind, R prepared, R admitted) {
        ObjectMeta own = prepared.metadata();
        ObjectMeta given = admitted.metadata();
        if (given.equals(own)) {
            return admitted;
        }
        ObjectMeta metadata = ObjectMetaBuilder.builder(given)
                .uid(own.uid())
                .creationTimestamp(own.creationTimestamp())
                .generation(own.generation())
                .deletionTimestamp(null)
                .deletionGracePeriodSeconds(null)
                .resourceVersion(0)
                .build();
        return kind.withMetadata(admitted, metadata);
    }

    /** The states in which Pods ({@code registry/core/pod/strategy.go}) and namespaces begin; others report nothing. */
    private static <R extends Resource<R>> R withFirstStatus(Kind<R> kind, R object) {
        if (object instanceof Pod pod) {
            return kind.type().cast(pod.withStatus(PENDING));
        }
        if (object instanceof Namespace namespace) {
            return kind.type().cast(namespace.withStatus(ACTIVE));
        }
        return kind.withoutStatus(object);
    }
}
