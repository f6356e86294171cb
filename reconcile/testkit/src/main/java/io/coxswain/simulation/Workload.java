package io.coxswain.simulation;

import io.coxswain.client.AsyncClient;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a person does, one thing after another, each when nothing was written for two seconds of the run's time after the one before; a run may deviate from that. A create of a name that is still
 * taken is tried again until it is free. A step that names no object fails the run without faults; under faults it waits for one that has never
 * been there, as a controller that is late makes it in the end, and passes over one that is gone, as it may be so for a reason.
 */
public final class Workload {
    private final List<Step> steps = new ArrayList<>();

    /**
     * One thing that is done, or only how long to wait.
     *
     * @param changed what must be there for it; {@code null}: nothing, or nobody knows what
     */
    record Step(
            String label, Duration pause, @Nullable Named changed, Function<AsyncClient, CompletionStage<?>> call) {}

    /** An object, which may be there or not. */
    record Named(Kind<?> kind, ResourceKey key) {}

    Workload() {}

    List<Step> steps() {
        return steps;
    }

    private Workload add(String label, @Nullable Named changed, Function<AsyncClient, CompletionStage<?>> call) {
        steps.add(new Step(label, Duration.ZERO, changed, call));
        return this;
    }

    /** Creates an object. */
    public <R extends Resource<R>> Workload create(R object) {
        return add("creates " + Names.of(object), null, client -> client.create(object));
    }

    /** Changes an object, of namespace {@code default} or of cluster scope. */
    public <R extends Resource<R>> Workload edit(Kind<R> kind, String name, UnaryOperator<R> change) {
        return edit(kind, kind.keyOf(name), change);
    }

    /** Changes an object. */
    public <R extends Resource<R>> Workload edit(Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return add("edits " + Names.of(kind, key), new Named(kind, key), client -> client.patch(kind, key, change));
    }

    /** Changes the status of an object, as somebody who reports it would, of namespace {@code default} or of cluster scope. */
    public <R extends Resource<R>> Workload editStatus(Kind<R> kind, String name, UnaryOperator<R> change) {
        ResourceKey key = kind.keyOf(name);
        return add(
                "edits the status of " + Names.of(kind, key),
                new Named(kind, key),
                client -> client.find(kind, key)
                        .thenCompose(found -> client.updateStatus(change.apply(
                                found.orElseThrow(() -> io.coxswain.error.NotFoundException.object(kind, key))))));
    }

    /** Deletes an object, of namespace {@code default} or of cluster scope. */
    public Workload delete(Kind<?> kind, String name) {
        return delete(kind, kind.keyOf(name));
    }

    /** Deletes an object. */
    public Workload delete(Kind<?> kind, ResourceKey key) {
        return add(
                "deletes " + Names.of(kind, key),
                new Named(kind, key),
                client -> client.delete(kind, key, DeleteOptions.DEFAULT));
    }

    /** Does something else by the API. */
    public Workload act(String label, Function<AsyncClient, CompletionStage<?>> call) {
        return add(label, null, call);
    }

    /** Waits. */
    public Workload pause(Duration time) {
        steps.add(new Step(
                "waits " + time.toMillis() + " ms",
                time,
                null,
                client -> java.util.concurrent.CompletableFuture.completedStage(null)));
        return this;
    }
}
