package io.coxswain.store;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Remembers what a watch delivered, checks what holds of every watch, and lets tests wait for it. */
public final class Recorder<R extends Resource<R>> implements WatchListener<R> {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Environment environment;
    private final List<List<WatchEvent<R>>> calls = new ArrayList<>();
    private final List<Long> bookmarks = new ArrayList<>();
    private final List<Waiter<R>> waiters = new ArrayList<>();
    private @Nullable WatchEnd end;
    private @Nullable String violation;
    private long last;
    private boolean inside;

    private record Waiter<R extends Resource<R>>(Predicate<Recorder<R>> condition, CompletableFuture<Void> done) {}

    public Recorder(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void onEvents(List<WatchEvent<R>> wholeCommits) {
        enter();
        synchronized (this) {
            long previous = last;
            for (WatchEvent<R> event : wholeCommits) {
                if (event.revision() <= last) {
                    violation = "revision " + event.revision() + " after " + last;
                }
                if (event.revision() < previous) {
                    violation = "revisions of one call go back";
                }
                if (event.object().metadata().resourceVersion() != event.revision()) {
                    violation = "object at " + event.object().metadata().resourceVersion() + " in event of "
                            + event.revision();
                }
                previous = event.revision();
            }
            last = previous;
            calls.add(List.copyOf(wholeCommits));
        }
        leave();
    }

    @Override
    public void onBookmark(long revision) {
        enter();
        synchronized (this) {
            if (revision < last) {
                violation = "bookmark " + revision + " after " + last;
            }
            last = revision;
            bookmarks.add(revision);
        }
        leave();
    }

    @Override
    public void onEnd(WatchEnd cause) {
        enter();
        synchronized (this) {
            end = cause;
        }
        leave();
    }

    private synchronized void enter() {
        if (inside) {
            violation = "calls overlap";
        }
        if (end != null) {
            violation = "a call after the end";
        }
        inside = true;
    }

    private void leave() {
        List<Waiter<R>> met = new ArrayList<>();
        synchronized (this) {
            inside = false;
            waiters.removeIf(waiter -> waiter.condition.test(this) && met.add(waiter));
        }
        met.forEach(waiter -> waiter.done.complete(null));
    }

    public void await(Predicate<Recorder<R>> condition) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (this) {
            if (condition.test(this)) {
                done.complete(null);
            } else {
                waiters.add(new Waiter<>(condition, done));
            }
        }
        environment.await(done, LIMIT);
    }

    /** Waits for so many events and gives all that came. */
    public List<String> await(int events) {
        await(recorder -> recorder.events().size() >= events);
        return texts();
    }

    public WatchEnd awaitEnd() {
        await(recorder -> recorder.end != null);
        synchronized (this) {
            return java.util.Objects.requireNonNull(end);
        }
    }

    public synchronized List<WatchEvent<R>> events() {
        if (violation != null) {
            throw new AssertionError(violation);
        }
        return calls.stream().flatMap(List::stream).toList();
    }

    /** Such as {@code ADDED a 3}. */
    public List<String> texts() {
        return events().stream()
                .map(event -> event.type() + " " + event.object().metadata().name() + " " + event.revision())
                .toList();
    }

    public synchronized List<List<WatchEvent<R>>> calls() {
        return List.copyOf(calls);
    }

    public synchronized List<Long> bookmarks() {
        return List.copyOf(bookmarks);
    }

    public synchronized @Nullable WatchEnd end() {
        return end;
    }
}
