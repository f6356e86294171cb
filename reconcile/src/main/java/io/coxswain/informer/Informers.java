package io.coxswain.informer;

import io.coxswain.client.AsyncClient;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Shares informers: one for each kind and selection, started together and stopped together.
 *
 * <pre>{@code
 * Informers.builder(client, environment).namespace("shop").transform(Pod.KIND, pod -> pod.withStatus(PodStatus.EMPTY)).build();
 * }</pre>
 *
 * <p>Thread-safe; never blocks.
 */
public final class Informers implements AutoCloseable {
    private final AsyncClient client;
    private final Environment environment;
    private final @Nullable String namespace;
    private final @Nullable Duration resync;
    private final Map<Kind<?>, UnaryOperator<?>> transforms;
    private final List<Informer<?>> informers = new ArrayList<>();
    private boolean started;
    private boolean closed;

    /** Informers over an API, of all namespaces. */
    public Informers(AsyncClient client, Environment environment) {
        this(builder(client, environment));
    }

    private Informers(Builder builder) {
        client = builder.client;
        environment = builder.environment;
        namespace = builder.namespace;
        resync = builder.resync;
        transforms = new LinkedHashMap<>(builder.transforms);
    }

    /** Starts the description of informers over an API. */
    public static Builder builder(AsyncClient client, Environment environment) {
        return new Builder(client, environment);
    }

    /** The informer of all objects of a kind; made on the first call, and started at once if the others are. */
    public <R extends Resource<R>> Informer<R> of(Kind<R> kind) {
        return of(kind, Selection.all());
    }

    /**
     * The informer of the selected objects of a kind.
     *
     * @throws IllegalArgumentException if these informers are of one namespace only, and another one is selected
     * @throws IllegalStateException if these informers are closed and there is no such one yet
     */
    @SuppressWarnings("unchecked")
    public synchronized <R extends Resource<R>> Informer<R> of(Kind<R> kind, Selection wanted) {
        Selection selection = inScope(kind, wanted);
        Informer<?> known = known(kind, selection);
        if (known == null) {
            if (closed) {
                throw new IllegalStateException("cache of " + kind + " was asked for after the caches were closed");
            }
            known = make(kind, selection);
            informers.add(known);
            if (started) {
                known.start();
            }
        }
        return (Informer<R>) known;
    }

    /** Looks at each: they are few, and asked for once by each who uses them. */
    private @Nullable Informer<?> known(Kind<?> kind, Selection selection) {
        for (Informer<?> informer : informers) {
            if (informer.kind().equals(kind) && Objects.equals(informer.selection(), selection)) {
                return informer;
            }
        }
        return null;
    }

    private Selection inScope(Kind<?> kind, Selection selection) {
        if (namespace == null || !kind.isNamespaced() || namespace.equals(selection.namespace())) {
            return selection;
        }
        if (selection.namespace() != null) {
            throw new IllegalArgumentException(
                    "cache of " + kind + ", " + selection + ": these caches are of namespace " + namespace
                            + " only: select nothing else, or give them no namespace");
        }
        return selection.namespace(namespace);
    }

    private <R extends Resource<R>> Informer<R> make(Kind<R> kind, Selection selection) {
        Informer.Builder<R> builder =
                Informer.builder(client, environment, kind).selection(selection);
        @SuppressWarnings("unchecked") // stored under its own kind only
        UnaryOperator<R> transform = (UnaryOperator<R>) transforms.get(kind);
        if (transform != null) {
            builder.transform(transform);
        }
        if (resync != null) {
            builder.resync(resync);
        }
        return builder.build();
    }

    /** The informer of all objects of a kind, if there is one already. */
    @SuppressWarnings("unchecked")
    public synchronized <R extends Resource<R>> Optional<Informer<R>> find(Kind<R> kind) {
        return Optional.ofNullable((Informer<R>) known(kind, inScope(kind, Selection.all())));
    }

    /** All of them, in the order in which they were asked for. */
    public synchronized List<Informer<?>> all() {
        return new ArrayList<>(informers);
    }

    /** Starts those there are and those to come. */
    public synchronized void start() {
        started = true;
        informers.forEach(Informer::start);
    }

    /** Complete when all those there are now have synced. */
    public CompletionStage<Void> synced() {
        return each(Informer::synced);
    }

    /** Complete when all those there are now have ended. */
    public CompletionStage<Void> stopped() {
        return each(Informer::stopped);
    }

    private CompletionStage<Void> each(Function<Informer<?>, CompletionStage<?>> stage) {
        List<Informer<?>> each = all();
        CompletableFuture<?>[] stages = new CompletableFuture<?>[each.size()];
        for (int i = 0; i < stages.length; i++) {
            stages[i] = stage.apply(each.get(i)).toCompletableFuture();
        }
        return CompletableFuture.allOf(stages);
    }

    /** Ends all of them, the last one first. */
    @Override
    public void close() {
        close("closed");
    }

    /** Ends all of them for a reason, the last one first. */
    public synchronized void close(String reason) {
        closed = true;
        for (int i = informers.size() - 1; i >= 0; i--) {
            informers.get(i).close(reason);
        }
    }

    /** Describes informers. Not thread-safe. */
    public static final class Builder {
        private final AsyncClient client;
        private final Environment environment;
        private final Map<Kind<?>, UnaryOperator<?>> transforms = new LinkedHashMap<>();
        private @Nullable String namespace;
        private @Nullable Duration resync;

        private Builder(AsyncClient client, Environment environment) {
            this.client = client;
            this.environment = environment;
        }

        /** Of kinds with namespaces only objects of this one are cached; those of all, if not said. */
        public Builder namespace(String only) {
            namespace = only;
            return this;
        }

        /** Tells the handlers of every object once in a while; see {@link Informer.Builder#resync}. Off, if not said. */
        public Builder resync(Duration period) {
            resync = period;
            return this;
        }

        /**
         * Changes the objects of a kind before they are stored, to leave out what nobody reads; pure, and keeps the metadata.
         *
         * @throws IllegalArgumentException if the kind has one already
         */
        public <R extends Resource<R>> Builder transform(Kind<R> kind, UnaryOperator<R> change) {
            if (transforms.putIfAbsent(kind, change) != null) {
                throw new IllegalArgumentException("cache of " + kind
                        + ": has a transform already, and shares what it stores: combine both into one");
            }
            return this;
        }

        /** The informers, not yet started. */
        public Informers build() {
            return new Informers(this);
        }
    }
}
