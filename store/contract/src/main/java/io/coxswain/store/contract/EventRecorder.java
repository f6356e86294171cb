package io.coxswain.store.contract;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Remembers what a watch delivered, checks what holds of every watch, and lets a test wait for it. */
final class EventRecorder<R extends Resource<R>> implements WatchListener<R> {
    private final Environment environment;
    private final List<List<WatchEvent<R>>> calls = new ArrayList<>();
    private final List<Long> bookmarks = new ArrayList<>();
    private final List<Waiter<R>> waiters = new ArrayList<>();
    private @Nullable WatchEnd end;
    private @Nullable String violation;
    private long last;
    private boolean inside;

    private record Waiter<R extends Resource<R>>(
            Predicate<EventRecorder<R>> condition, CompletableFuture<@Nullable Void> done) {}

    EventRecorder(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void onEvents(List<WatchEvent<R>> wholeCommits) {
        enter();
        synchronized (this) {
            if (wholeCommits.isEmpty()) {
                violate("a call without events");
            }
            long previous = last;
            for (WatchEvent<R> event : wholeCommits) {
                if (event.revision() <= last || event.revision() < previous) {
                    violate("revision " + event.revision() + " after " + Math.max(last, previous));
                }
                if (event.object().metadata().resourceVersion() != event.revision()) {
                    violate("an object at " + event.object().metadata().resourceVersion() + " in an event of revision "
                            + event.revision());
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
                violate("bookmark " + revision + " after " + last);
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
            violate("calls overlap");
        }
        if (end != null) {
            violate("a call after the end");
        }
        inside = true;
    }

    private void violate(String what) {
        if (violation == null) {
            violation = what;
        }
    }

    private void leave() {
        List<Waiter<R>> met = new ArrayList<>();
        synchronized (this) {
            inside = false;
            waiters.removeIf(waiter -> (violation != null || waiter.condition.test(this)) && met.add(waiter));
        }
        met.forEach(waiter -> waiter.done.complete(null));
    }

    void await(Predicate<EventRecorder<R>> condition) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        synchronized (this) {
            if (condition.test(this)) {
                done.complete(null);
            } else {
                waiters.add(new Waiter<>(condition, done));
            }
        }
        try {
            environment.await(done, StoreFixture.LIMIT);
        } catch (AwaitException e) {
            throw new AssertionError("the watch delivered " + describe() + ", the test waits for more", e);
        }
        requireNoViolation();
    }

    private synchronized String describe() {
        return calls + ", bookmarks " + bookmarks + ", end " + end;
    }

    private synchronized void requireNoViolation() {
        if (violation != null) {
            throw new AssertionError("the watch delivered " + violation);
        }
    }

    /** Waits for so many events and gives all that came. */
    List<String> await(int events) {
        await(recorder -> recorder.count() >= events);
        return texts();
    }

    WatchEnd awaitEnd() {
        await(recorder -> recorder.end() != null);
        return Objects.requireNonNull(end());
    }

    private synchronized int count() {
        return calls.stream().mapToInt(List::size).sum();
    }

    synchronized List<WatchEvent<R>> events() {
        requireNoViolation();
        return calls.stream().flatMap(List::stream).toList();
    }

    /** Such as {@code ADDED a 3}. */
    List<String> texts() {
        return events().stream()
                .map(event -> event.type() + " " + event.object().metadata().name() + " " + event.revision())
                .toList();
    }

    synchronized List<List<WatchEvent<R>>> calls() {
        return List.copyOf(calls);
    }

    synchronized List<Long> bookmarks() {
        return List.copyOf(bookmarks);
    }

    synchronized @Nullable WatchEnd end() {
        return end;
    }
}
