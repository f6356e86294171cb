package io.coxswain.informer;

import io.coxswain.client.AsyncClient;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Shares informers: one for each kind and selection, started together and stopped together.
 *
 * <p>Thread-safe; never blocks.
 */
public final class Informers implements AutoCloseable {
    private final AsyncClient client;
    private final Environment environment;
    private final Map<Shared, Informer<?>> informers = new LinkedHashMap<>();
    private boolean started;
    private boolean closed;

    /** Informers over an API. */
    public Informers(AsyncClient client, Environment environment) {
        this.client = client;
        this.environment = environment;
    }

    /** The informer of all objects of a kind; made on the first call, and started at once if the others are. */
    public <R extends Resource<R>> Informer<R> of(Kind<R> kind) {
        return of(kind, Selection.all());
    }

    /**
     * The informer of the selected objects of a kind.
     *
     * @throws IllegalStateException if these informers are closed and there is no such one yet
     */
    @SuppressWarnings("unchecked")
    public synchronized <R extends Resource<R>> Informer<R> of(Kind<R> kind, Selection selection) {
        Shared key = new Shared(kind, selection);
        Informer<?> known = informers.get(key);
        if (known == null) {
            if (closed) {
                throw new IllegalStateException("cache of " + kind + " was asked for after the caches were closed");
            }
            known = Informer.builder(client, environment, kind)
                    .selection(selection)
                    .build();
            informers.put(key, known);
            if (started) {
                known.start();
            }
        }
        return (Informer<R>) known;
    }

    /** The informer of all objects of a kind, if there is one already. */
    @SuppressWarnings("unchecked")
    public synchronized <R extends Resource<R>> Optional<Informer<R>> find(Kind<R> kind) {
        return Optional.ofNullable((Informer<R>) informers.get(new Shared(kind, Selection.all())));
    }

    /** All of them, in the order in which they were asked for. */
    public synchronized List<Informer<?>> all() {
        return new ArrayList<>(informers.values());
    }

    /** Starts those there are and those to come. */
    public synchronized void start() {
        started = true;
        informers.values().forEach(Informer::start);
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
        return CompletableFuture.allOf(all().stream()
                .map(informer -> stage.apply(informer).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Ends all of them, the last one first. */
    @Override
    public void close() {
        close("closed");
    }

    /** Ends all of them for a reason, the last one first. */
    public synchronized void close(String reason) {
        closed = true;
        List<Informer<?>> each = new ArrayList<>(informers.values());
        for (int i = each.size() - 1; i >= 0; i--) {
            each.get(i).close(reason);
        }
    }

    private record Shared(Kind<?> kind, Selection selection) {}
}
