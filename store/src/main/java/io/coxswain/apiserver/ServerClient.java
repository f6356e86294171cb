package io.coxswain.apiserver;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.client.CauseChain;
import io.coxswain.client.Committed;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.UnitOfWork;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.resource.SubresourceHandler;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The API for programs in this process, or what a unit of work shows of it. Immutable: modifiers give another client. */
final class ServerClient implements AsyncClient {
    /** What becomes of writes. */
    enum Mode {
        COMMIT,
        DRY_RUN
    }

    private final ApiServer server;
    private final List<Precondition> required;
    private final Cause cause;
    private final Mode mode;
    /** What reads and writes go to; {@code null}: the store. */
    private final @Nullable ServerUnit unit;

    ServerClient(ApiServer server, List<Precondition> required, Cause cause, Mode mode) {
        this(server, required, cause, mode, null);
    }

    private ServerClient(
            ApiServer server, List<Precondition> required, Cause cause, Mode mode, @Nullable ServerUnit unit) {
        this.server = server;
        this.required = required;
        this.cause = cause;
        this.mode = mode;
        this.unit = unit;
    }

    /** Reads and writes in a unit of work. */
    static ServerClient of(ServerUnit unit, ApiServer server, Cause cause) {
        return new ServerClient(server, List.of(), cause, Mode.COMMIT, unit);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Optional<R>> find(Kind<R> kind, ResourceKey key) {
        if (unit != null) {
            return unit.find(kind, kind.keyOf(key));
        }
        return read(() -> {
            StoredObject<R> found = server.store().get(kind, kind.keyOf(key));
            return found == null ? Optional.empty() : Optional.of(found.resource());
        });
    }

    @Override
    public <R extends Resource<R>> CompletionStage<ListPage<R>> list(Kind<R> kind, ListOptions options) {
        return unit != null ? unit.list(kind, options) : read(() -> Lists.page(server.store(), kind, options));
    }

    private <T> CompletionStage<T> read(Supplier<T> reading) {
        CompletableFuture<Void> fresh = server.store().fresh().toCompletableFuture();
        if (!fresh.isDone()) {
            return fresh.thenApply(ready -> reading.get());
        }
        try {
            return CompletableFuture.completedFuture(reading.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        if (unit != null) {
            throw ServerUnit.refused("a watch");
        }
        return server.store().watch(kind, from, selection, on, listener);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> create(R object) {
        return write(
                object.kind(),
                stage -> server.writes().create(stage, object),
                object.kind().type()::cast);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> update(R object) {
        return write(
                object.kind(),
                stage -> server.writes().update(stage, object),
                object.kind().type()::cast);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> updateStatus(R object) {
        return write(
                object.kind(),
                stage -> server.writes().updateStatus(stage, object),
                object.kind().type()::cast);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patch(Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        ResourceKey full = kind.keyOf(key);
        return write(kind, stage -> server.writes().patch(stage, kind, full, change), kind.type()::cast);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patchStatus(
            Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        ResourceKey full = kind.keyOf(key);
        return write(kind, stage -> server.writes().patchStatus(stage, kind, full, change), kind.type()::cast);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> apply(R desired, String manager, ApplyConflicts conflicts) {
        return write(
                desired.kind(),
                stage -> server.writes().apply(stage, desired, manager, conflicts),
                desired.kind().type()::cast);
    }

    private <T> CompletionStage<T> write(Kind<?> kind, Script script, Function<Resource<?>, T> result) {
        return submit(kind, script, committed -> {
            Resource<?> object = committed.results().get(0).object();
            if (object == null) {
                throw new IllegalStateException("a write without result");
            }
            return result.apply(object);
        });
    }

    @Override
    public CompletionStage<Committed.Result> delete(Kind<?> kind, ResourceKey key, DeleteOptions options) {
        return commit(
                List.of(),
                List.of(new Operation.Delete(kind, key, options)),
                committed -> committed.results().get(0));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<List<R>> deleteCollection(
            Kind<R> kind, Selection selection, DeleteOptions options) {
        return list(kind, ListOptions.of(selection))
                .thenCompose(page -> new CollectionDelete<>(kind, selection, options, page.items())
                        .run(batch -> submit(kind, stage -> batch.run(stage, server.writes()), Function.identity())));
    }

    @Override
    public CompletionStage<CauseChain> causes(ResourceRef object) {
        return read(() -> Causes.of(object, server.kinds(), server.store()));
    }

    @Override
    public CompletionStage<Committed> commit(List<Precondition> require, List<Operation> operations) {
        return commit(require, operations, Function.identity());
    }

    private <T> CompletionStage<T> commit(
            List<Precondition> require, List<Operation> operations, Function<Committed, T> answer) {
        try {
            operations.forEach(operation -> server.register(operation.kind()));
            return run(require, server.writes().of(operations), answer);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Committed> subresource(
            Kind<R> kind, ResourceKey key, String subresource, Object body) {
        try {
            ResourceKey full = kind.keyOf(key);
            return submit(
                    kind,
                    script(kind, full, subresource, server.writes().handler(kind, subresource), body),
                    Function.identity());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <R extends Resource<R>, B> Script script(
            Kind<R> kind, ResourceKey key, String name, SubresourceHandler<R, B> handler, Object body) {
        if (!handler.bodyType().isInstance(body)) {
            throw new BadRequestException("Subresource " + name + " of " + kind + " takes a "
                    + handler.bodyType().getSimpleName() + ", not a "
                    + body.getClass().getSimpleName());
        }
        B typed = handler.bodyType().cast(body);
        return stage -> server.writes().subresource(stage, kind, key, handler, typed);
    }

    private <T> CompletionStage<T> submit(Kind<?> kind, Script script, Function<Committed, T> answer) {
        try {
            server.register(kind);
            return run(List.of(), script, answer);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <T> CompletionStage<T> run(List<Precondition> require, Script script, Function<Committed, T> answer) {
        if (unit != null) {
            return unit.run(plus(require), script).thenApply(answer);
        }
        return server.loop().run(new Attempt.Request(script, plus(require), cause, mode == Mode.DRY_RUN), answer);
    }

    private List<Precondition> plus(List<Precondition> more) {
        if (more.isEmpty()) {
            return required;
        }
        List<Precondition> all = new ArrayList<>(required);
        all.addAll(more);
        return all;
    }

    @Override
    public AsyncClient requiring(List<Precondition> preconditions) {
        return new ServerClient(server, List.copyOf(plus(preconditions)), cause, mode, unit);
    }

    @Override
    public AsyncClient withCause(Cause because) {
        if (unit != null) {
            throw ServerUnit.refused("a cause of its own");
        }
        return new ServerClient(server, required, because, mode);
    }

    @Override
    public AsyncClient dryRun() {
        if (unit != null) {
            throw ServerUnit.refused("a dry run");
        }
        return new ServerClient(server, required, cause, Mode.DRY_RUN);
    }

    @Override
    public CompletionStage<UnitOfWork> unitOfWork() {
        if (unit != null || mode == Mode.DRY_RUN) {
            throw ServerUnit.refused("another unit of work, or one of a dry run");
        }
        return read(() -> new ServerUnit(server, required, cause));
    }
}
