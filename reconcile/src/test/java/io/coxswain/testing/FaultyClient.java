package io.coxswain.testing;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.client.CauseChain;
import io.coxswain.client.Committed;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.UnitOfWork;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.selector.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An API whose lists fail, whose watches lag and end, and whose answers get lost, when a test says so. */
public final class FaultyClient implements AsyncClient {
    private final AsyncClient client;
    private final Faults faults;

    /** What goes wrong; shared by all clients that were derived from one. */
    private static final class Faults {
        private final List<Relay<?>> relays = new ArrayList<>();
        private final List<Kind<?>> paused = new ArrayList<>();
        private final List<Cause> causes = new ArrayList<>();
        private int listsToFail;
        private int answersToLose;
        private boolean cutOff;
        private int lists;
        private int watches;
        private int writes;
    }

    public FaultyClient(AsyncClient client) {
        this(client, new Faults());
    }

    private FaultyClient(AsyncClient client, Faults faults) {
        this.client = client;
        this.faults = faults;
    }

    /** The next lists fail. */
    public void failLists(int count) {
        faults.listsToFail = count;
    }

    /** The next writes happen, but their answer is a time-out. */
    public void loseAnswers(int count) {
        faults.answersToLose = count;
    }

    /** Watches of a kind deliver nothing until {@link #resume}. */
    public void pause(Kind<?> kind) {
        faults.paused.add(kind);
    }

    public boolean isPaused(Kind<?> kind) {
        return faults.paused.contains(kind);
    }

    public void resume(Kind<?> kind) {
        faults.paused.remove(kind);
        List.copyOf(faults.relays).forEach(Relay::deliver);
    }

    /** Ends all watches of a kind; what they held back is lost. */
    public void endWatches(Kind<?> kind, WatchEnd cause) {
        List.copyOf(faults.relays).stream()
                .filter(relay -> relay.kind.equals(kind))
                .forEach(relay -> relay.end(cause));
    }

    /** Requests get neither there nor an answer until {@link #reconnect}; watches are silent. */
    public void cutOff() {
        faults.cutOff = true;
    }

    public void reconnect() {
        faults.cutOff = false;
    }

    public int lists() {
        return faults.lists;
    }

    public int watches() {
        return faults.watches;
    }

    public int writes() {
        return faults.writes;
    }

    public List<Cause> causes() {
        return faults.causes;
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Optional<R>> find(Kind<R> kind, ResourceKey key) {
        return faults.cutOff ? new CompletableFuture<>() : client.find(kind, key);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<ListPage<R>> list(Kind<R> kind, ListOptions options) {
        faults.lists++;
        if (faults.cutOff) {
            return new CompletableFuture<>();
        }
        if (faults.listsToFail > 0) {
            faults.listsToFail--;
            return CompletableFuture.failedStage(new ServiceUnavailableException("list fails as the test wants it"));
        }
        return client.list(kind, options);
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        faults.watches++;
        Relay<R> relay = new Relay<>(kind, on, listener);
        faults.relays.add(relay);
        relay.watch = client.watch(kind, from, selection, on, relay);
        return relay.watch;
    }

    private <T> CompletionStage<T> written(Supplier<CompletionStage<T>> request) {
        faults.writes++;
        if (faults.cutOff) {
            return new CompletableFuture<>();
        }
        CompletionStage<T> write = request.get();
        if (faults.answersToLose > 0) {
            faults.answersToLose--;
            return write.thenCompose(any ->
                    CompletableFuture.failedStage(new RequestTimeoutException("no answer, as the test wants it")));
        }
        return write;
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> create(R object) {
        return written(() -> client.create(object));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> update(R object) {
        return written(() -> client.update(object));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> updateStatus(R object) {
        return written(() -> client.updateStatus(object));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patch(Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return written(() -> client.patch(kind, key, change));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patchStatus(
            Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return written(() -> client.patchStatus(kind, key, change));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<List<R>> deleteCollection(
            Kind<R> kind, Selection selection, DeleteOptions options) {
        return written(() -> client.deleteCollection(kind, selection, options));
    }

    @Override
    public CompletionStage<CauseChain> causes(ResourceRef object) {
        return client.causes(object);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> apply(R desired, String manager, ApplyConflicts conflicts) {
        return written(() -> client.apply(desired, manager, conflicts));
    }

    @Override
    public CompletionStage<Committed.Result> delete(Kind<?> kind, ResourceKey key, DeleteOptions options) {
        return written(() -> client.delete(kind, key, options));
    }

    @Override
    public CompletionStage<Committed> commit(List<Precondition> require, List<Operation> operations) {
        return written(() -> client.commit(require, operations));
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Committed> subresource(
            Kind<R> kind, ResourceKey key, String subresource, Object body) {
        return written(() -> client.subresource(kind, key, subresource, body));
    }

    @Override
    public AsyncClient requiring(List<Precondition> preconditions) {
        return new FaultyClient(client.requiring(preconditions), faults);
    }

    @Override
    public AsyncClient withCause(Cause cause) {
        faults.causes.add(cause);
        return new FaultyClient(client.withCause(cause), faults);
    }

    @Override
    public AsyncClient dryRun() {
        return new FaultyClient(client.dryRun(), faults);
    }

    @Override
    public CompletionStage<UnitOfWork> unitOfWork() {
        return client.unitOfWork().thenApply(unit -> new UnitOfWork() {
            @Override
            public long revision() {
                return unit.revision();
            }

            @Override
            public AsyncClient client() {
                return unit.client();
            }

            @Override
            public <R extends Resource<R>> CompletionStage<List<R>> ownedBy(Kind<R> kind, String uid) {
                return unit.ownedBy(kind, uid);
            }

            @Override
            public CompletionStage<Committed> commit() {
                return written(unit::commit);
            }
        });
    }

    private final class Relay<R extends Resource<R>> implements WatchListener<R> {
        private final Kind<R> kind;
        private final Executor on;
        private final WatchListener<R> listener;
        private final Deque<Runnable> held = new ArrayDeque<>();
        private Watch watch;
        private boolean ended;

        Relay(Kind<R> kind, Executor on, WatchListener<R> listener) {
            this.kind = kind;
            this.on = on;
            this.listener = listener;
        }

        private void hold(Runnable call) {
            held.add(call);
            if (!faults.paused.contains(kind)) {
                drain();
            }
        }

        private void deliver() {
            if (!faults.paused.contains(kind)) {
                on.execute(this::drain);
            }
        }

        private void drain() {
            while (!ended && !held.isEmpty()) {
                held.remove().run();
            }
        }

        private void end(WatchEnd cause) {
            on.execute(() -> {
                if (!ended) {
                    ended = true;
                    faults.relays.remove(this);
                    listener.onEnd(cause);
                    watch.close();
                }
            });
        }

        @Override
        public void onEvents(List<WatchEvent<R>> wholeCommits) {
            if (!faults.cutOff) {
                hold(() -> listener.onEvents(wholeCommits));
            }
        }

        @Override
        public void onBookmark(long revision) {
            hold(() -> listener.onBookmark(revision));
        }

        @Override
        public void onEnd(WatchEnd cause) {
            if (!ended) {
                ended = true;
                faults.relays.remove(this);
                listener.onEnd(cause);
            }
        }
    }
}
