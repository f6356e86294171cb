package io.coxswain.workloads.garbage;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import io.coxswain.informer.HandlerRegistration;
import io.coxswain.informer.Index;
import io.coxswain.informer.Informer;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.Informers;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Deletes objects whose owners are all gone, in the background (Kubernetes {@code pkg/controller/garbagecollector}).
 *
 * <p>An owner is known by its uid. That it is gone is read from the API itself before anything is deleted, since a cache may be behind; an owner of a kind that isn't known counts as present. Works on
 * the kinds it was given. Thread-safe; its state belongs to one serial executor.
 */
public final class GarbageCollector implements AutoCloseable {

    /** How long to wait before an object is looked at again when a request failed. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final AsyncClient client;
    private final Environment environment;
    private final Logger log;
    private final Executor serial;
    private final Map<String, Watched<?>> watchedByKind = new LinkedHashMap<>();
    private final List<HandlerRegistration> registrations = new ArrayList<>();

    // Owned by the steps on the serial executor.
    /** What is being looked at, and what of it was suspected once more meanwhile. */
    private final Set<Dependent> underWay = new LinkedHashSet<>();

    private final Set<Dependent> again = new LinkedHashSet<>();
    private boolean closed;

    /** An object that has owners, by kind and key. */
    private record Dependent(String kind, ResourceKey key) {}

    /**
     * A collector, not yet started.
     *
     * @param informers of which it takes those of all the kinds; whoever made them starts them
     * @param kinds of owners and dependents
     */
    public GarbageCollector(
            AsyncClient client, Environment environment, Informers informers, List<? extends Kind<?>> kinds) {
        this.client = client.withCause(Cause.by("garbage-collector"));
        this.environment = environment;
        log = environment.logger(GarbageCollector.class.getName());
        serial = environment.serial("garbage-collector");
        for (Kind<?> kind : kinds) {
            watch(kind, informers);
        }
    }

    private <R extends Resource<R>> void watch(Kind<R> kind, Informers informers) {
        watchedByKind.put(id(kind.apiVersion(), kind.name()), new Watched<>(kind, informers.of(kind)));
    }

    private static String id(String apiVersion, String kind) {
        return apiVersion.substring(0, apiVersion.indexOf('/') + 1) + kind;
    }

    /** Begins. Calling again changes nothing. */
    public void start() {
        serial.execute(() -> {
            if (registrations.isEmpty() && !closed) {
                watchedByKind.values().forEach(watched -> registrations.add(watched.register()));
            }
        });
    }

    /** Looks at nothing further. */
    @Override
    public void close() {
        serial.execute(() -> {
            closed = true;
            registrations.forEach(HandlerRegistration::close);
        });
    }

    /** Whether an owner is known to be there without asking the API. */
    private boolean isCached(OwnerReference owner, String namespace) {
        Watched<?> watched = watchedByKind.get(id(owner.apiVersion(), owner.kind()));
        return watched == null || watched.hasCached(owner, namespace);
    }

    private CompletionStage<Boolean> isPresent(OwnerReference owner, String namespace) {
        Watched<?> watched = watchedByKind.get(id(owner.apiVersion(), owner.kind()));
        return watched == null ? CompletableFuture.completedStage(true) : watched.isPresent(owner, namespace);
    }

    private CompletionStage<Boolean> isAnyPresent(List<OwnerReference> owners, String namespace) {
        CompletionStage<Boolean> any = CompletableFuture.completedStage(false);
        for (OwnerReference owner : owners) {
            any = any.thenCompose(
                    found -> found ? CompletableFuture.completedStage(true) : isPresent(owner, namespace));
        }
        return any;
    }

    /** The objects of one kind, as owners and as dependents. */
    private final class Watched<R extends Resource<R>> implements InformerHandler<R> {
        private final Kind<R> kind;
        private final Informer<R> informer;
        private final Index<R> byOwner;

        Watched(Kind<R> kind, Informer<R> informer) {
            this.kind = kind;
            this.informer = informer;
            byOwner = Index.owner(kind);
        }

        HandlerRegistration register() {
            return informer.addHandler(serial, this);
        }

        @Override
        public void onAdd(R object, Origin origin) {
            suspect(object);
        }

        @Override
        public void onUpdate(R old, R now) {
            if (!old.metadata().ownerReferences().equals(now.metadata().ownerReferences())) {
                suspect(now);
            }
        }

        @Override
        public void onDelete(R last, LastState state) {
            watchedByKind
                    .values()
                    .forEach(
                            watched -> watched.suspectDependents(last.metadata().uid()));
        }

        void suspectDependents(String ownerUid) {
            List<ResourceKey> dependents = new ArrayList<>();
            for (R dependent : informer.byIndex(byOwner, ownerUid)) {
                dependents.add(dependent.key());
            }
            Collections.sort(dependents);
            dependents.forEach(this::collect);
        }

        private void suspect(R object) {
            List<OwnerReference> owners = object.metadata().ownerReferences();
            for (OwnerReference owner : owners) {
                if (isCached(owner, object.metadata().namespace())) {
                    return;
                }
            }
            if (!owners.isEmpty()) {
                collect(object.key());
            }
        }

        boolean hasCached(OwnerReference owner, String namespace) {
            return informer.find(keyOf(owner, namespace))
                    .filter(found -> found.metadata().uid().equals(owner.uid()))
                    .isPresent();
        }

        CompletionStage<Boolean> isPresent(OwnerReference owner, String namespace) {
            return client.find(kind, keyOf(owner, namespace))
                    .thenApply(found -> found.filter(
                                    object -> object.metadata().uid().equals(owner.uid()))
                            .isPresent());
        }

        private ResourceKey keyOf(OwnerReference owner, String namespace) {
            return kind.isNamespaced() ? ResourceKey.of(namespace, owner.name()) : ResourceKey.cluster(owner.name());
        }

        /** Deletes the object if it, and none of its owners, is there. */
        private void collect(ResourceKey key) {
            Dependent dependent = new Dependent(id(kind.apiVersion(), kind.name()), key);
            if (closed) {
                return;
            }
            if (!underWay.add(dependent)) {
                // an owner that was found a moment ago may have gone since
                again.add(dependent);
                return;
            }
            client.find(kind, key)
                    .thenCompose(this::deleteIfOwnerless)
                    .whenCompleteAsync((done, failure) -> ended(dependent, failure), serial);
        }

        private CompletionStage<?> deleteIfOwnerless(Optional<R> found) {
            if (found.isEmpty() || found.get().metadata().isDeleting()) {
                return CompletableFuture.completedStage(null);
            }
            R object = found.get();
            List<OwnerReference> owners = object.metadata().ownerReferences();
            if (owners.isEmpty()) {
                return CompletableFuture.completedStage(null);
            }
            return isAnyPresent(owners, object.metadata().namespace())
                    .thenCompose(present -> present
                            ? CompletableFuture.completedStage(null)
                            : client.delete(
                                    kind,
                                    object.key(),
                                    DeleteOptions.of(object)
                                            .withRevision(object.metadata().resourceVersion())));
        }

        private void ended(Dependent dependent, @Nullable Throwable failure) {
            underWay.remove(dependent);
            boolean suspected = again.remove(dependent);
            if (closed) {
                return;
            }
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (suspected || cause instanceof ConflictException) {
                collect(dependent.key());
                return;
            }
            if (cause == null || cause instanceof NotFoundException) {
                return;
            }
            log.atWarn()
                    .addKeyValue("object", kind + " " + dependent.key())
                    .setCause(cause)
                    .log("An object without owner could not be deleted; it is tried again");
            environment.schedule(RETRY, serial, () -> collect(dependent.key()));
        }
    }
}
