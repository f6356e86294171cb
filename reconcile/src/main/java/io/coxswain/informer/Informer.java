package io.coxswain.informer;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Selector;
import io.coxswain.client.WatchEvent;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the selected objects of one kind that follows the API, and tells handlers what changes.
 *
 * <p>Reads ({@link #find}, {@link #list}, {@link #byIndex}) never lock or wait, copy no object, and give the shared immutable ones. Handlers hear per key, in order, each at its own pace; one
 * added late is first told of all that is cached. A list after {@code Expired} leads to exactly the difference. A failure is retried for ever, with back-off, and shows in {@link #state()}; only
 * {@link #close(String)} ends an informer.
 *
 * <p>Thread-safe. All that changes it are steps on its own serial executor, which never block.
 *
 * @param <R> the record of the objects
 */
public final class Informer<R extends Resource<R>> implements AutoCloseable {
    private static final Comparator<Resource<?>> BY_KEY = Comparator.comparing(Resource::key);

    private final Kind<R> kind;
    private final Selection selection;
    private final Environment environment;
    private final UnaryOperator<R> transform;
    private final @Nullable Duration resync;
    private final Executor serial;
    private final Cache<R> cache = new Cache<>();
    private final Reflector<R> reflector;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<Void> synced = new CompletableFuture<>();
    private final CompletableFuture<InformerState.Stopped> stopped = new CompletableFuture<>();
    private volatile long revision;

    // Owned by the steps on the serial executor.
    private final List<HandlerFeed<R>> feeds = new ArrayList<>();
    private final RevisionWaiters waiters = new RevisionWaiters();
    private @Nullable Cancellable resyncTimer;

    private Informer(Builder<R> builder) {
        kind = builder.kind;
        selection = builder.selection;
        environment = builder.environment;
        transform = builder.transform;
        resync = builder.resync;
        serial = environment.serial("informer-" + kind.plural());
        builder.indexes.values().forEach(cache::build);
        reflector = new Reflector<>(builder.client, environment, kind, selection, serial, new CacheSink());
    }

    /** Starts the description of an informer. */
    public static <R extends Resource<R>> Builder<R> builder(
            AsyncClient client, Environment environment, Kind<R> kind) {
        return new Builder<>(client, environment, kind);
    }

    public Kind<R> kind() {
        return kind;
    }

    public Selection selection() {
        return selection;
    }

    /** Begins to list and watch. Calling again changes nothing. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            serial.execute(() -> {
                if (!stopped.isDone()) {
                    reflector.list();
                    scheduleResync();
                }
            });
        }
    }

    private void scheduleResync() {
        if (resync != null) {
            resyncTimer = environment.schedule(resync, serial, this::resync);
        }
    }

    private void resync() {
        if (stopped.isDone()) {
            return;
        }
        for (ResourceKey key : cache.keys()) {
            R object = cache.find(key);
            if (object != null) {
                offer(new Notification.Updated<>(object, object));
            }
        }
        flush();
        scheduleResync();
    }

    /** What it is doing, and since what failure. */
    public InformerState state() {
        return reflector.state();
    }

    /** Everything up to this revision is in the cache; 0 before the first list. */
    public long revision() {
        return revision;
    }

    /** Whether the first list is in the cache. */
    public boolean hasSynced() {
        return synced.isDone() && !synced.isCompletedExceptionally();
    }

    /** Complete when {@link #hasSynced()} is true; fails if the informer is closed first. */
    public CompletionStage<Void> synced() {
        return synced.minimalCompletionStage();
    }

    /** Complete when the informer has ended, with the reason. Never fails. */
    public CompletionStage<InformerState.Stopped> stopped() {
        return stopped.minimalCompletionStage();
    }

    /**
     * Complete when the cache has applied everything up to a revision, also where none of it concerned this cache. Fails if the informer is closed first. Its dependents run on the informer's
     * executor, unless it is complete already.
     */
    public CompletionStage<Void> awaitRevision(long wanted) {
        if (revision >= wanted) {
            return CompletableFuture.completedStage(null);
        }
        CompletableFuture<Void> reached = new CompletableFuture<>();
        serial.execute(() -> await(wanted, reached));
        return reached.minimalCompletionStage();
    }

    private void await(long wanted, CompletableFuture<Void> reached) {
        if (revision >= wanted) {
            reached.complete(null);
        } else if (stopped.isDone()) {
            reached.completeExceptionally(ended());
        } else {
            waiters.add(wanted, reached);
            reflector.requestBookmark();
        }
    }

    /** The object of that key as last seen. */
    public Optional<R> find(ResourceKey key) {
        return Optional.ofNullable(cache.find(key));
    }

    /** How many objects there are. */
    public int size() {
        return cache.size();
    }

    /** A view of all objects, in no particular order. */
    public Collection<R> list() {
        return cache.all();
    }

    /**
     * The selected ones among the cached objects, by namespace and name. Looks only at those of the namespace, or with the
     * field of {@code spec}, that the selection names.
     *
     * @throws io.coxswain.error.BadRequestException if a field can't be selected
     */
    public List<R> list(Selection wanted) {
        Selector<R> selector = new Selector<>(kind, wanted);
        List<R> found = new ArrayList<>();
        for (R object : candidates(wanted)) {
            if (selector.matches(object)) {
                found.add(object);
            }
        }
        found.sort(BY_KEY);
        return found;
    }

    private Collection<R> candidates(Selection wanted) {
        for (String path : kind.selectableFields().keySet()) {
            String value = wanted.fields().exactly(path).orElse("");
            if (!value.isEmpty() && path.startsWith("spec.")) {
                return byIndex(Index.field(kind, path), value);
            }
        }
        String namespace = wanted.namespace();
        return namespace == null ? cache.all() : byIndex(Index.namespace(kind), namespace);
    }

    /**
     * A view of the objects that an index has under a value, in no particular order. The index is built when it is first asked for; until then every object is looked at.
     *
     * @throws IllegalArgumentException if the index is one of another kind
     */
    public Collection<R> byIndex(Index<R> index, String value) {
        if (!cache.has(index)) {
            requireOwn(index);
            serial.execute(() -> cache.build(index));
        }
        return cache.byIndex(index, value);
    }

    private void requireOwn(Index<R> index) {
        if (!index.kind().equals(kind)) {
            throw new IllegalArgumentException("index " + index + ": this is the cache of " + kind);
        }
    }

    /** Calls a handler that may block, on a thread of user code. */
    public HandlerRegistration addHandler(InformerHandler<R> handler) {
        return addHandler(environment.workers("informer-" + kind.plural() + "-handler", 1), handler);
    }

    /**
     * Calls a handler on an executor that runs one task at a time.
     *
     * @return the registration, which says when the handler has been told of all that was there
     */
    public HandlerRegistration addHandler(Executor executor, InformerHandler<R> handler) {
        HandlerFeed<R> feed =
                new HandlerFeed<>(handler, executor, closed -> serial.execute(() -> feeds.remove(closed)));
        serial.execute(() -> add(feed));
        return feed;
    }

    private void add(HandlerFeed<R> feed) {
        if (stopped.isDone()) {
            feed.end(toString());
            return;
        }
        feeds.add(feed);
        if (hasSynced()) {
            for (ResourceKey key : cache.keys()) {
                R object = cache.find(key);
                if (object != null) {
                    feed.offer(new Notification.Added<>(object, Origin.INITIAL_LIST));
                }
            }
            feed.offer(new Notification.Synced<>());
            feed.flush();
        }
    }

    /** Ends the informer. The cache stays readable. */
    @Override
    public void close() {
        close("closed");
    }

    /** Ends the informer for a reason that {@link #state()}, {@link #stopped()} and whoever still waits will tell. */
    public void close(String reason) {
        serial.execute(() -> {
            if (!stopped.isDone()) {
                reflector.stop(reason);
                if (resyncTimer != null) {
                    resyncTimer.cancel();
                }
                stopped.complete(new InformerState.Stopped(reason));
                waiters.fail(ended());
                synced.completeExceptionally(ended());
                feeds.forEach(feed -> feed.end(toString()));
                feeds.clear();
            }
        });
    }

    private IllegalStateException ended() {
        return new IllegalStateException(name() + " at revision " + revision + ": " + state());
    }

    private void offer(Notification<R> notification) {
        for (HandlerFeed<R> feed : feeds) {
            feed.offer(notification);
        }
    }

    private void flush() {
        for (HandlerFeed<R> feed : feeds) {
            feed.flush();
        }
    }

    private String name() {
        return "cache of " + kind + (selection.isEverything() ? "" : " (" + selection + ")");
    }

    @Override
    public String toString() {
        return name() + ": " + size() + " objects at revision " + revision + ", " + state();
    }

    /** Applies what the reflector sees. */
    private final class CacheSink implements Reflector.Sink<R> {
        @Override
        public long revision() {
            return revision;
        }

        @Override
        public boolean isAwaited() {
            return !waiters.isEmpty();
        }

        @Override
        public void replace(List<R> objects, long listed) {
            List<R> stored = new ArrayList<>(objects.size());
            for (R object : objects) {
                stored.add(transform.apply(object));
            }
            boolean first = !hasSynced();
            if (cache.size() > 0) {
                removeAllBut(stored);
            }
            Origin origin = first ? Origin.INITIAL_LIST : Origin.CHANGE;
            for (R object : stored) {
                listed(object, origin);
            }
            if (first) {
                synced.complete(null);
                offer(new Notification.Synced<>());
            }
            advance(listed);
            flush();
        }

        private void removeAllBut(List<R> listed) {
            Set<ResourceKey> present = new HashSet<>();
            for (R object : listed) {
                present.add(object.key());
            }
            for (ResourceKey key : cache.keys()) {
                if (!present.contains(key)) {
                    vanished(key);
                }
            }
        }

        private void vanished(ResourceKey key) {
            R last = cache.remove(key);
            if (last != null) {
                offer(new Notification.Deleted<>(last, LastState.UNKNOWN));
            }
        }

        private void listed(R object, Origin origin) {
            ResourceKey key = object.key();
            R old = cache.find(key);
            if (old != null && !old.metadata().uid().equals(object.metadata().uid())) {
                vanished(key);
                old = null;
            }
            if (old == null) {
                cache.put(key, object);
                offer(new Notification.Added<>(object, origin));
            } else if (old.metadata().resourceVersion() != object.metadata().resourceVersion()) {
                cache.put(key, object);
                offer(new Notification.Updated<>(old, object));
            }
        }

        @Override
        public void apply(List<WatchEvent<R>> wholeCommits) {
            long last = revision;
            for (WatchEvent<R> event : wholeCommits) {
                if (event.revision() > revision) {
                    apply(event);
                    last = Math.max(last, event.revision());
                }
            }
            advance(last);
            flush();
        }

        private void apply(WatchEvent<R> event) {
            R object = transform.apply(event.object());
            if (event.type() == WatchEvent.Type.DELETED) {
                if (cache.remove(object.key()) != null) {
                    offer(new Notification.Deleted<>(object, LastState.KNOWN));
                }
                return;
            }
            R old = cache.put(object.key(), object);
            offer(
                    old == null
                            ? new Notification.Added<>(object, Origin.CHANGE)
                            : new Notification.Updated<>(old, object));
        }

        @Override
        public void advance(long reached) {
            if (reached > revision) {
                revision = reached;
                waiters.reached(reached);
            }
        }
    }

    /**
     * Describes an informer. Not thread-safe.
     *
     * @param <R> the record of the objects
     */
    public static final class Builder<R extends Resource<R>> {
        private final AsyncClient client;
        private final Environment environment;
        private final Kind<R> kind;
        private final Map<String, Index<R>> indexes = new LinkedHashMap<>();
        private Selection selection = Selection.all();
        private UnaryOperator<R> transform = object -> object;
        private @Nullable Duration resync;

        private Builder(AsyncClient client, Environment environment, Kind<R> kind) {
            this.client = client;
            this.environment = environment;
            this.kind = kind;
        }

        /** Which objects are cached; decided at the source. All, if not said. */
        public Builder<R> selection(Selection value) {
            selection = value;
            return this;
        }

        /** Builds an index from the start instead of when it is first asked for. */
        public Builder<R> index(Index<R> index) {
            if (!index.kind().equals(kind) || indexes.put(index.name(), index) != null) {
                throw new IllegalArgumentException("index " + index + ": this is the cache of " + kind
                        + ", each of whose indexes has a name of its own");
            }
            return this;
        }

        /** Changes objects before they are stored, to leave out what nobody reads; pure, and keeps the metadata. */
        public Builder<R> transform(UnaryOperator<R> change) {
            transform = change;
            return this;
        }

        /** Tells the handlers of every object once in a while, as an update from itself to itself. Off, if not said. */
        public Builder<R> resync(Duration period) {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("resync of " + kind + ": " + period + ": must be above zero");
            }
            resync = period;
            return this;
        }

        /** The informer, not yet started. */
        public Informer<R> build() {
            return new Informer<>(this);
        }
    }
}
