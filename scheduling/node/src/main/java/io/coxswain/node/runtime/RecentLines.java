package io.coxswain.node.runtime;

import io.coxswain.environment.Cancellable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A log in memory, for runtimes whose workers have no output of their own. Keeps the newest lines. Thread-safe: all state is guarded by this object's lock, held for moments only. */
public final class RecentLines implements WorkerLog {
    private final int capacity;
    private final Deque<String> lines = new ArrayDeque<>();
    private final List<Follower> followers = new ArrayList<>();

    /**
     * An empty log.
     *
     * @param capacity how many lines are kept
     */
    public RecentLines(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + ": must be at least 1");
        }
        this.capacity = capacity;
    }

    /** Adds a line; the oldest goes if there are too many. */
    public synchronized void add(String line) {
        if (lines.size() == capacity) {
            lines.removeFirst();
        }
        lines.addLast(line);
        followers.forEach(follower -> follower.hand(line));
    }

    @Override
    public synchronized CompletionStage<List<String>> tail(int count) {
        List<String> all = new ArrayList<>(lines);
        int from = Math.max(0, all.size() - count);
        return CompletableFuture.completedFuture(List.copyOf(all.subList(from, all.size())));
    }

    @Override
    public synchronized Cancellable follow(Executor on, Consumer<String> line) {
        Follower follower = new Follower(on, line);
        lines.forEach(follower::hand);
        followers.add(follower);
        return follower;
    }

    private synchronized boolean remove(Follower follower) {
        return followers.remove(follower);
    }

    /** Somebody who wants each line. */
    private final class Follower implements Cancellable {
        private final Executor on;
        private final Consumer<String> line;

        Follower(Executor on, Consumer<String> line) {
            this.on = on;
            this.line = line;
        }

        void hand(String text) {
            on.execute(() -> line.accept(text));
        }

        @Override
        public boolean cancel() {
            return remove(this);
        }
    }
}
