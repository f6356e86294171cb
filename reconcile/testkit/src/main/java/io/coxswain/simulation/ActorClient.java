package io.coxswain.simulation;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.meta.v1.ObjectMeta;
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
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.selector.Selection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The API as one life of an actor reaches it: every call is a point at which the run may deviate. */
final class ActorClient implements AsyncClient {
    private static final Set<Fault> WRITE = EnumSet.of(
            Fault.CRASH_BEFORE,
            Fault.CRASH_AFTER,
            Fault.TIMEOUT_APPLIED,
            Fault.TIMEOUT_LOST,
            Fault.SLOW,
            Fault.PAUSE,
            Fault.OVERLAP);
    private static final Set<Fault> CREATE = with(WRITE, Fault.ALREADY_EXISTS);
    private static final Set<Fault> UPDATE = with(WRITE, Fault.CONFLICT);
    private static final Set<Fault> READ =
            EnumSet.of(Fault.CRASH_BEFORE, Fault.TIMEOUT_LOST, Fault.SLOW, Fault.PAUSE, Fault.OVERLAP);

    private static final String TOUCHED = "coxswain.io/touched";

    /** What isn't an object's key, as no cluster has Events without a namespace. */
    private static final ResourceKey UNIT = ResourceKey.cluster("unit");

    private final ActorEnvironment life;
    private final Actor actor;
    private final World world;
    private final AsyncClient api;

    ActorClient(ActorEnvironment life, AsyncClient api) {
        this.life = life;
        this.api = api;
        actor = life.actor();
        world = actor.world();
    }

    private static Set<Fault> with(Set<Fault> faults, Fault more) {
        Set<Fault> all = EnumSet.copyOf(faults);
        all.add(more);
        return all;
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Optional<R>> find(Kind<R> kind, ResourceKey key) {
        return read("find", kind, key, key.name(), () -> api.find(kind, key));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<ListPage<R>> list(Kind<R> kind, ListOptions options) {
        life.requireAlive();
        if (life.isInStep() && options.limit() == 0 && !life.isCutOff()) {
            long old = life.firstListRevision(kind, options.selection());
            if (old != 0) {
                return CompletableFuture.completedStage(world.listAt(kind, options.selection(), old));
            }
        }
        String namespace = options.selection().namespace();
        return read(
                "list",
                kind,
                new ResourceKey(namespace == null ? "" : namespace, "*"),
                "*",
                () -> api.list(kind, options));
    }

    private <T> CompletionStage<T> read(
            String what, Kind<?> kind, ResourceKey key, String name, Supplier<CompletionStage<T>> call) {
        life.requireAlive();
        if (life.isInStep() && !life.isCutOff()) {
            return call.get();
        }
        return at(actor.point(what, kind, key, name), kind, key, READ, call);
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        life.requireAlive();
        return new Relay<>(life, kind, on, listener, relay -> api.watch(kind, from, selection, on, relay));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> create(R object) {
        return write("create", object, CREATE, () -> api.create(object));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> update(R object) {
        return write("update", object, conditional(object), () -> api.update(object));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> updateStatus(R object) {
        return write("status", object, conditional(object), () -> api.updateStatus(object));
    }

    /** Only a write that names a revision can meet another one. */
    private static Set<Fault> conditional(Resource<?> object) {
        return object.metadata().resourceVersion() == 0 ? WRITE : UPDATE;
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patch(Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return write("patch", kind, key, key.name(), WRITE, () -> api.patch(kind, key, change));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patchStatus(
            Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return write("patch-status", kind, key, key.name(), WRITE, () -> api.patchStatus(kind, key, change));
    }

    /** Each delete of it names the uid that the server read. */
    @Override
    public <R extends Resource<R>> CompletionStage<List<R>> deleteCollection(
            Kind<R> kind, Selection selection, DeleteOptions options) {
        String namespace = selection.namespace();
        ResourceKey all = new ResourceKey(namespace == null ? "" : namespace, "*");
        return write("delete-all", kind, all, "*", WRITE, () -> api.deleteCollection(kind, selection, options));
    }

    @Override
    public CompletionStage<CauseChain> causes(ResourceRef object) {
        life.requireAlive();
        return api.causes(object);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> apply(R desired, String manager, ApplyConflicts conflicts) {
        return write("apply", desired, WRITE, () -> api.apply(desired, manager, conflicts));
    }

    @Override
    public CompletionStage<Committed.Result> delete(Kind<?> kind, ResourceKey key, DeleteOptions options) {
        world.checks().deletes(actor, kind, key, options);
        return write("delete", kind, key, key.name(), WRITE, () -> api.delete(kind, key, options));
    }

    @Override
    public CompletionStage<Committed> commit(List<Precondition> require, List<Operation> operations) {
        if (operations.isEmpty()) {
            return api.commit(require, operations);
        }
        Operation first = operations.get(0);
        for (Operation operation : operations) {
            if (operation instanceof Operation.Delete delete) {
                world.checks().deletes(actor, delete.kind(), delete.key(), delete.options());
            }
        }
        Set<Fault> offered = require.isEmpty() ? WRITE : UPDATE;
        return write(
                operations.size() == 1 ? verb(first) : "commit",
                first.kind(),
                first.key(),
                first.key().name(),
                offered,
                () -> api.commit(require, operations));
    }

    /** As the call is named that does the same without conditions. */
    private static String verb(Operation operation) {
        if (operation instanceof Operation.Create<?>) {
            return "create";
        }
        if (operation instanceof Operation.UpdateStatus<?>) {
            return "status";
        }
        if (operation instanceof Operation.Apply<?>) {
            return "apply";
        }
        return operation instanceof Operation.Delete ? "delete" : "update";
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Committed> subresource(
            Kind<R> kind, ResourceKey key, String subresource, Object body) {
        return write(subresource, kind, key, key.name(), WRITE, () -> api.subresource(kind, key, subresource, body));
    }

    private <R extends Resource<R>, T> CompletionStage<T> write(
            String what, R object, Set<Fault> offered, Supplier<CompletionStage<T>> call) {
        String name = object.metadata().name();
        if (name.isEmpty()) {
            name = object.metadata().generateName() + "~";
        }
        return write(what, object.kind(), object.key(), name, offered, call);
    }

    private <T> CompletionStage<T> write(
            String what,
            Kind<?> kind,
            ResourceKey key,
            String name,
            Set<Fault> offered,
            Supplier<CompletionStage<T>> call) {
        life.requireAlive();
        if (kind.equals(Event.KIND) && !life.isCutOff()) {
            return world.perform(actor, Point.uncounted(what + " event"), call);
        }
        return at(actor.point(what, kind, key, name), kind, key, offered, call);
    }

    private <T> CompletionStage<T> at(
            Point point, Kind<?> kind, ResourceKey key, Set<Fault> offered, Supplier<CompletionStage<T>> call) {
        // a step may run on a thread on which a reconciler waits, and is none of its business
        Reconcile.Call caller = life.isInStep() ? null : Reconcile.present(actor);
        if (caller != null) {
            caller.touches(kind);
        }
        if (life.isCutOff()) {
            return unanswered(point, kind, caller);
        }
        Deviation deviation = actor.deviation(point, offered);
        if (deviation == null) {
            return offered == READ ? call.get() : world.performOffered(actor, point, call);
        }
        world.note(actor.name(), () -> "! " + deviation);
        return switch (deviation.fault()) {
            case CRASH_BEFORE -> {
                actor.crash(deviation.back());
                throw new CrashSignal();
            }
            case CRASH_AFTER -> {
                world.perform(actor, point, call);
                actor.crash(deviation.back());
                throw new CrashSignal();
            }
            case CONFLICT ->
                kind.equals(Lease.KIND) || kind.equals(Event.KIND)
                        ? CompletableFuture.failedStage(overtaken(kind, key))
                        : overtake(point, kind, key, call);
            case ALREADY_EXISTS ->
                world.perform(actor, point, call)
                        .thenCompose(
                                created -> CompletableFuture.failedStage(AlreadyExistsException.object(kind, key)));
            case TIMEOUT_APPLIED ->
                world.perform(actor, point, call).thenCompose(any -> unanswered(point, kind, caller));
            case TIMEOUT_LOST -> unanswered(point, kind, caller);
            case SLOW -> world.performLater(deviation.slowness(), actor, point, call);
            case PAUSE -> {
                life.pause(World.LONG);
                yield world.performLater(World.LONG, actor, point, call);
            }
            case OVERLAP -> {
                world.driver().actNow();
                yield world.perform(actor, point, call);
            }
            default -> throw new IllegalStateException("fault " + deviation.fault() + " at a call");
        };
    }

    /**
     * Somebody else writes the object just before, and takes it back. Only so is the conflict followed by an event, for which a reconciler may wait that is called for each change of the object.
     */
    private <R extends Resource<R>, T> CompletionStage<T> overtake(
            Point point, Kind<R> kind, ResourceKey key, Supplier<CompletionStage<T>> call) {
        return touch(kind, key, metadata -> metadata.withAnnotation(TOUCHED, "1"))
                .thenCompose(touched -> touch(kind, key, metadata -> metadata.withoutAnnotation(TOUCHED)))
                .handle((touched, failure) -> failure == null
                        ? world.perform(actor, point, call)
                        : CompletableFuture.<T>failedStage(overtaken(kind, key)))
                .thenCompose(answer -> answer);
    }

    private <R extends Resource<R>> CompletionStage<R> touch(
            Kind<R> kind, ResourceKey key, UnaryOperator<ObjectMeta> change) {
        return world.perform(
                null,
                Point.uncounted("somebody else touches " + Names.of(kind, key)),
                () -> world.api()
                        .patch(kind, key, stored -> kind.withMetadata(stored, change.apply(stored.metadata()))));
    }

    private static ConflictException overtaken(Kind<?> kind, ResourceKey key) {
        return new ConflictException(
                kind.equals(Event.KIND) && key.equals(UNIT)
                        ? "What the unit of work has read was changed by another write: begin another one"
                        : kind + " " + key + " was changed by another write: read it again");
    }

    private static <T> CompletionStage<T> unanswered(Point point, Kind<?> kind, Reconcile.@Nullable Call caller) {
        if (caller != null) {
            caller.isUnanswered(kind, point.text());
        }
        return CompletableFuture.failedStage(
                new RequestTimeoutException("no answer to: " + point.place().text()));
    }

    @Override
    public AsyncClient requiring(List<Precondition> preconditions) {
        return new ActorClient(life, api.requiring(preconditions));
    }

    @Override
    public AsyncClient withCause(Cause cause) {
        return new ActorClient(life, api.withCause(cause));
    }

    @Override
    public AsyncClient dryRun() {
        return api.dryRun();
    }

    @Override
    public CompletionStage<UnitOfWork> unitOfWork() {
        life.requireAlive();
        return api.unitOfWork().thenApply(unit -> new ActorUnit(this, unit));
    }

    /** Commits what a unit has done: to the world it is one call. */
    CompletionStage<Committed> commit(UnitOfWork unit) {
        life.requireAlive();
        // of any kind: that a commit isn't answered is the controller's business, not its reconciler's
        return at(actor.point("commit unit"), Event.KIND, UNIT, UPDATE, unit::commit);
    }
}
