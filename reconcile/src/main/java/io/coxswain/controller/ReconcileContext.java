package io.coxswain.controller;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.client.Client;
import io.coxswain.client.UnitOfWork;
import io.coxswain.environment.Environment;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import io.coxswain.event.EventRecorder;
import io.coxswain.event.EventType;
import io.coxswain.informer.Index;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The context of one call of a reconciler. For the thread of that call; writes may be answered on others.
 *
 * <p>A serializable one does everything in a unit of work that {@link #begin} opens and {@link #commit} ends.
 */
final class ReconcileContext<R extends Resource<R>> implements Context<R>, RecordingClient.Log {
    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(30);

    private final Parts<R> parts;
    private final ResourceKey key;
    private final int attempt;
    private final List<Long> triggers;
    private final AtomicInteger underWay = new AtomicInteger();
    private Optional<R> resource = Optional.empty();
    private CacheReader reader;
    private @Nullable UnitOfWork unit;
    /** Those that wait for the commit. */
    private List<Runnable> events = List.of();

    private @Nullable Client client;
    private volatile boolean closed;

    /** What all calls of one controller share. */
    record Parts<R extends Resource<R>>(
            ControllerSpec<R> spec,
            AsyncClient client,
            Environment environment,
            ControllerCaches caches,
            OwnWrites writes,
            EventRecorder events,
            Logger log) {}

    ReconcileContext(Parts<R> parts, ResourceKey key, int attempt, List<Long> triggers) {
        this.parts = parts;
        this.key = key;
        this.attempt = attempt;
        this.triggers = triggers;
        reader = parts.caches;
    }

    /** Reads the resource. */
    Optional<R> begin() {
        if (parts.spec.isSerializable()) {
            UnitOfWork begun = parts.environment.await(causing().unitOfWork(), COMMIT_LIMIT);
            unit = begun;
            events = new ArrayList<>();
            reader = new UnitReader(begun, client(), parts.environment, parts.caches);
        }
        resource = reader.find(parts.spec.kind(), key);
        return resource;
    }

    /**
     * Commits what was kept back.
     *
     * @return what changed in between, if the call is to be repeated because of that
     */
    Optional<ConflictException> commit() {
        requireOpen();
        if (unit != null) {
            try {
                parts.environment.await(unit.commit(), COMMIT_LIMIT);
            } catch (ConflictException overtaken) {
                return Optional.of(overtaken);
            }
        }
        events.forEach(Runnable::run);
        return Optional.empty();
    }

    @Override
    public ResourceKey key() {
        return key;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public List<Long> triggers() {
        return triggers;
    }

    @Override
    public <T extends Resource<T>> T apply(T desired) {
        return apply(desired, ApplyConflicts.REFUSE);
    }

    @Override
    public <T extends Resource<T>> T apply(T desired, ApplyConflicts conflicts) {
        return client().apply(dependent(desired), parts.spec.name(), conflicts);
    }

    @Override
    public <T extends Resource<T>> T create(T object) {
        return client().create(dependent(object));
    }

    private <T extends Resource<T>> T dependent(T object) {
        return new Dependents<>(parts.spec, parts.caches, this, key, resource).of(object);
    }

    private static String describe(Resource<?> object) {
        return object.kind() + " " + object.key();
    }

    @Override
    public <T extends Resource<T>> T updateStatus(T changed) {
        Kind<T> kind = changed.kind();
        if (unit == null && parts.caches.has(kind)) {
            Optional<T> cached = parts.caches.find(kind, changed.key());
            if (cached.isPresent() && isSame(kind, cached.get(), changed)) {
                return cached.get();
            }
        }
        return client().updateStatus(changed);
    }

    private static <T extends Resource<T>> boolean isSame(Kind<T> kind, T cached, T changed) {
        return cached.metadata().resourceVersion() == changed.metadata().resourceVersion()
                && cached.metadata().uid().equals(changed.metadata().uid())
                && kind.hasStatus()
                && kind.sameStatus(cached, changed);
    }

    @Override
    public <T extends Resource<T>> T patch(T read, UnaryOperator<T> change) {
        String uid = read.metadata().uid();
        return client().patch(read.kind(), read.key(), stored -> {
            if (!stored.metadata().uid().equals(uid)) {
                throw new ConflictException(
                        describe(read) + " has uid " + stored.metadata().uid() + ", the one that was read had " + uid
                                + ": it was deleted and made anew");
            }
            return change.apply(stored);
        });
    }

    @Override
    public <T extends Resource<T>> void delete(T read) {
        delete(read, DeleteOptions.of(read));
    }

    @Override
    public <T extends Resource<T>> void delete(T read, DeleteOptions options) {
        DeleteOptions exact =
                options.uid().isEmpty() ? options.withUid(read.metadata().uid()) : options;
        try {
            client().delete(read.kind(), read.key(), exact);
        } catch (NotFoundException gone) {
            log().atDebug().addKeyValue("object", describe(read)).log("Nothing to delete");
        }
    }

    @Override
    public <T extends Resource<T>> List<T> owned(Kind<T> kind) {
        if (resource.isEmpty()) {
            return List.of();
        }
        String uid = resource.get().metadata().uid();
        List<T> dependents = new ArrayList<>(list(Index.owner(kind), uid));
        dependents.removeIf(object -> object.metadata()
                .controller()
                .filter(owner -> owner.uid().equals(uid))
                .isEmpty());
        return dependents;
    }

    @Override
    public <T extends Resource<T>> Optional<T> find(Kind<T> kind, ResourceKey wanted) {
        return reader.find(kind, kind.keyOf(wanted));
    }

    @Override
    public <T extends Resource<T>> List<T> list(Kind<T> kind, Selection selection) {
        return reader.list(kind, selection);
    }

    @Override
    public <T extends Resource<T>> List<T> list(Index<T> index, String value) {
        return reader.list(index, value);
    }

    @Override
    public void event(EventType type, String reason, String message) {
        Kind<R> kind = parts.spec.kind();
        String uid = resource.map(present -> present.metadata().uid()).orElse("");
        ResourceRef about = new ResourceRef(kind.apiVersion(), kind.name(), key, uid);
        if (unit == null) {
            parts.events.event(about, type, reason, message);
        } else {
            events.add(() -> parts.events.event(about, type, reason, message));
        }
    }

    @Override
    public Client client() {
        requireOpen();
        if (client == null) {
            client =
                    Client.over(unit == null ? new RecordingClient(causing(), this) : unit.client(), parts.environment);
        }
        return client;
    }

    private AsyncClient causing() {
        return parts.client.withCause(
                new Cause("controller/" + parts.spec.name(), parts.spec.kind() + " " + key, attempt, triggers));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("controller " + parts.spec.name() + ": the context of " + key
                    + " was used after its reconcile had ended or the controller was stopped");
        }
    }

    @Override
    public Environment environment() {
        return parts.environment;
    }

    @Override
    public Instant now() {
        return parts.environment.now();
    }

    @Override
    public Logger log() {
        return parts.log;
    }

    /** No write may begin any more; one that is still under way counts as one without an answer. */
    void close() {
        closed = true;
        if (underWay.get() > 0) {
            parts.writes.unknown(key);
        }
    }

    @Override
    public void begun() {
        underWay.incrementAndGet();
    }

    @Override
    public void ended() {
        underWay.decrementAndGet();
    }

    @Override
    public void written(long revision) {
        parts.writes.written(key, revision);
    }

    @Override
    public void unknown() {
        parts.writes.unknown(key);
    }
}
