package io.coxswain.apiserver;

import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.ObjectMetaBuilder;
import io.coxswain.environment.Environment;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.ForbiddenException;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Propagation;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the server makes of a deletion; see {@code apiserver/pkg/registry/rest/delete.go}, {@code generic/registry/store.go} and
 * {@code registry/core/pod/strategy.go}.
 */
final class DeleteRules {
    /** {@code plugin/pkg/admission/namespace/lifecycle}. */
    private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

    private static final Set<String> TERMINATED = Set.of("Succeeded", "Failed");

    private final Environment environment;
    private final Supplier<Collection<Kind<?>>> kinds;

    DeleteRules(Environment environment, Supplier<Collection<Kind<?>>> kinds) {
        this.environment = environment;
        this.kinds = kinds;
    }

    /** Whether an object is to be deleted and nothing holds it any more. */
    static boolean isFinished(ObjectMeta metadata) {
        Long grace = metadata.deletionGracePeriodSeconds();
        return metadata.deletionTimestamp() != null && metadata.finalizers().isEmpty() && (grace == null || grace == 0);
    }

    /** Refuses what can't be done. */
    <R extends Resource<R>> void check(Stage stage, Kind<R> kind, R stored, DeleteOptions options) {
        String subject = kind + " " + stored.key();
        if (options.propagation() != Propagation.BACKGROUND) {
            throw new BadRequestException(subject + ": propagation " + options.propagation()
                    + " is not supported: delete with " + Propagation.BACKGROUND
                    + (options.propagation() == Propagation.ORPHAN
                            ? " after removing the owner references from the dependents that shall stay"
                            : ", the garbage collector then deletes the dependents"));
        }
        if (!options.uid().isEmpty() && !options.uid().equals(stored.metadata().uid())) {
            throw new ConflictException(Conditions.uid(subject, stored, options.uid()));
        }
        if (options.revision() != 0 && options.revision() != stored.metadata().resourceVersion()) {
            throw new ConflictException(Conditions.revision(subject, stored, options.revision()));
        }
        if (stored instanceof Namespace namespace) {
            checkNamespace(stage, namespace.metadata().name());
        }
    }

    /** Namespaces go when they are empty: nothing here empties them, and a deletion that hangs for ever helps nobody. */
    private void checkNamespace(Stage stage, String name) {
        if (IMMORTAL.contains(name)) {
            throw new ForbiddenException("Namespace " + name + " may not be deleted");
        }
        List<String> left = new ArrayList<>();
        for (Kind<?> kind : kinds.get()) {
            int count = kind.isNamespaced() ? count(stage, kind, name) : 0;
            if (count > 0) {
                left.add(count + " " + kind.plural());
            }
        }
        if (!left.isEmpty()) {
            throw new ConflictException(
                    "Namespace " + name + " is not empty: delete its " + String.join(", ", left) + " first");
        }
    }

    private static <R extends Resource<R>> int count(Stage stage, Kind<R> kind, String namespace) {
        return stage.list(kind, Selection.inNamespace(namespace)).size();
    }

    /** The metadata of an object whose deletion has begun; {@code null}: it goes at once. */
    <R extends Resource<R>> @Nullable ObjectMeta deleted(Kind<R> kind, R stored, DeleteOptions options) {
        ObjectMeta marked =
                stored instanceof Pod pod ? gracefully(pod, options.gracePeriod()) : atOnce(stored.metadata());
        return isFinished(marked) ? null : marked;
    }

    /** Without a period of grace: only finalizers can hold it. */
    private ObjectMeta atOnce(ObjectMeta metadata) {
        Instant now = environment.now();
        Instant before = metadata.deletionTimestamp();
        return ObjectMetaBuilder.builder(metadata)
                .deletionTimestamp(before == null || before.isAfter(now) ? now : before)
                .deletionGracePeriodSeconds(0L)
                .generation(nextGeneration(metadata))
                .build();
    }

    private static long nextGeneration(ObjectMeta metadata) {
        boolean begins = metadata.deletionTimestamp() == null && metadata.generation() > 0;
        return metadata.generation() + (begins ? 1 : 0);
    }

    /** A Pod that runs somewhere has its worker ended first; the period can only be shortened afterwards. */
    private ObjectMeta gracefully(Pod pod, @Nullable Duration asked) {
        ObjectMeta metadata = pod.metadata();
        Instant deadline = metadata.deletionTimestamp();
        if (deadline == null) {
            long grace = grace(pod, asked);
            return marked(metadata, environment.now().plusSeconds(grace), grace);
        }
        Long before = metadata.deletionGracePeriodSeconds();
        if (before == null) {
            return marked(metadata, deadline, 0);
        }
        long grace = asked == null ? before : asked.toSeconds();
        return grace >= before ? metadata : marked(metadata, deadline.minusSeconds(before - grace), grace);
    }

    private static long grace(Pod pod, @Nullable Duration asked) {
        if (pod.spec().nodeName().isEmpty() || TERMINATED.contains(pod.status().phase())) {
            return 0;
        }
        Long own = pod.spec().terminationGracePeriodSeconds();
        long grace = asked != null ? asked.toSeconds() : own == null ? 0 : own;
        return grace < 0 ? 1 : grace;
    }

    private static ObjectMeta marked(ObjectMeta metadata, Instant deadline, long grace) {
        return ObjectMetaBuilder.builder(metadata)
                .deletionTimestamp(deadline)
                .deletionGracePeriodSeconds(grace)
                .generation(nextGeneration(metadata))
                .build();
    }
}
