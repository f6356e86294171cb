package io.coxswain.informer;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Lists a kind, then watches it from the list's revision, for ever: an expired watch leads to a new list, a failed one is resumed, after a back-off where nothing came in between.
 *
 * <p>Every method but {@link #state()} is for steps on the informer's serial executor. There is one attempt at a time; what comes from an earlier one is recognised by its number and ignored.
 */
final class Reflector<R extends Resource<R>> {

    private final AsyncClient client;
    private final Environment environment;
    private final Logger log;
    private final Kind<R> kind;
    private final Selection selection;
    private final Executor serial;
    private final Sink<R> sink;
    private final Backoff backoff;
    private long attempt;
    private @Nullable Watch watch;
    private @Nullable Cancellable retry;
    private volatile InformerState state = new InformerState.New();

    /** Where what is seen goes to. */
    interface Sink<R extends Resource<R>> {
        /** Everything up to this revision is applied. */
        long revision();

        void replace(List<R> objects, long revision);

        void apply(List<WatchEvent<R>> wholeCommits);

        void advance(long revision);

        /** Whether somebody waits for a revision that hasn't come. */
        boolean isAwaited();
    }

    Reflector(
            AsyncClient client,
            Environment environment,
            Kind<R> kind,
            Selection selection,
            Executor serial,
            Sink<R> sink) {
        this.client = client;
        this.environment = environment;
        log = environment.logger(Reflector.class.getName());
        this.kind = kind;
        this.selection = selection;
        this.serial = serial;
        this.sink = sink;
        backoff = new Backoff(() -> environment.random("informer-" + kind.plural()));
    }

    InformerState state() {
        return state;
    }

    void list() {
        long number = begin(new InformerState.Listing());
        CompletionStage<ListPage<R>> list;
        try {
            list = client.list(kind, ListOptions.of(selection));
        } catch (RuntimeException e) {
            retry(this::list, "List", e);
            return;
        }
        list.whenComplete((page, failure) -> serial.execute(() -> {
            if (number == attempt) {
                listed(page, failure);
            }
        }));
    }

    private long begin(InformerState next) {
        attempt++;
        retry = null;
        watch = null;
        state = next;
        return attempt;
    }

    private void listed(@Nullable ListPage<R> page, @Nullable Throwable failure) {
        if (page == null) {
            retry(this::list, "List", unwrapped(failure));
            return;
        }
        if (page.revision() < sink.revision()) {
            retry(
                    this::list,
                    "List",
                    new IllegalStateException("list of " + kind + " is of revision " + page.revision()
                            + ", the cache is at " + sink.revision() + " already: going back would undo changes"));
            return;
        }
        try {
            sink.replace(page.items(), page.revision());
        } catch (RuntimeException e) {
            retry(this::list, "List", e);
            return;
        }
        watch();
    }

    private void watch() {
        long number = begin(new InformerState.Watching());
        Watch begun;
        try {
            begun = client.watch(kind, WatchFrom.revision(sink.revision()), selection, serial, new Listener(number));
        } catch (RuntimeException e) {
            retry(this::watch, "Watch", e);
            return;
        }
        watch = begun;
        if (sink.isAwaited()) {
            begun.requestBookmark();
        }
    }

    /** Asks for a bookmark if a watch is under way; otherwise the next one begins with asking. */
    void requestBookmark() {
        if (watch != null) {
            watch.requestBookmark();
        }
    }

    private void ended(WatchEnd cause, boolean progressed) {
        if (progressed) {
            backoff.reset();
        }
        if (cause instanceof WatchEnd.Expired expired) {
            log.atInfo()
                    .addKeyValue("kind", kind)
                    .addKeyValue("revision", sink.revision())
                    .addKeyValue("oldest", expired.oldestRevision())
                    .log("A watch expired; listing anew");
            listAfterExpiry(progressed, expired);
        } else {
            Throwable reason = cause instanceof WatchEnd.Failed failed
                    ? failed.cause()
                    : new IllegalStateException("watch was closed by the server");
            retry(this::watch, "Watch", reason);
        }
    }

    private void listAfterExpiry(boolean progressed, WatchEnd.Expired expired) {
        if (progressed || backoff.failures() == 0) {
            backoff.next();
            list();
        } else {
            retry(
                    this::list,
                    "Watch",
                    new IllegalStateException("watch of " + kind
                            + " expired again before anything came; oldest revision " + expired.oldestRevision()));
        }
    }

    private void retry(Runnable step, String what, Throwable cause) {
        attempt++;
        watch = null;
        Duration delay = backoff.next();
        state = new InformerState.Retrying(backoff.failures(), delay, cause);
        log.atWarn()
                .addKeyValue("kind", kind)
                .addKeyValue("request", what)
                .addKeyValue("revision", sink.revision())
                .addKeyValue("failures", backoff.failures())
                .addKeyValue("retryMillis", delay.toMillis())
                .setCause(cause)
                .log("A list or watch failed; it is tried again");
        retry = environment.schedule(delay, serial, step);
    }

    void stop(String reason) {
        attempt++;
        state = new InformerState.Stopped(reason);
        if (retry != null) {
            retry.cancel();
        }
        if (watch != null) {
            watch.close();
        }
        retry = null;
        watch = null;
    }

    private static Throwable unwrapped(@Nullable Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return failure.getCause();
        }
        return failure == null ? new IllegalStateException("list without a page") : failure;
    }

    private final class Listener implements WatchListener<R> {
        private final long number;
        private boolean progressed;

        Listener(long number) {
            this.number = number;
        }

        @Override
        public void onEvents(List<WatchEvent<R>> wholeCommits) {
            if (number == attempt) {
                sink.apply(wholeCommits);
                progress();
            }
        }

        @Override
        public void onBookmark(long revision) {
            if (number == attempt) {
                sink.advance(revision);
                progress();
            }
        }

        private void progress() {
            progressed = true;
            backoff.reset();
        }

        @Override
        public void onEnd(WatchEnd cause) {
            if (number == attempt) {
                ended(cause, progressed);
            }
        }
    }
}
