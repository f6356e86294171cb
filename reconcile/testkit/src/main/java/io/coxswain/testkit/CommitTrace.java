package io.coxswain.testkit;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Sees every commit, mixes it into the trace of the simulation, counts it and hands it to the checks. Its state belongs to the simulation's one thread of control. */
final class CommitTrace {
    private final SimulatedEnvironment environment;
    private final Map<Kind<?>, Feed<?>> feeds = new LinkedHashMap<>();

    private CommitTrace(SimulatedEnvironment environment) {
        this.environment = environment;
    }

    static CommitTrace begin(AsyncClient client, SimulatedEnvironment environment, List<Kind<?>> kinds) {
        CommitTrace trace = new CommitTrace(environment);
        Executor serial = environment.serial("commits");
        kinds.forEach(kind -> trace.watch(kind, client, serial));
        return trace;
    }

    private <R extends Resource<R>> void watch(Kind<R> kind, AsyncClient client, Executor serial) {
        Feed<R> feed = new Feed<>(kind);
        feeds.put(kind, feed);
        client.watch(kind, WatchFrom.now(), Selection.all(), serial, feed);
    }

    @SuppressWarnings("unchecked") // a feed stands under its own kind
    <R extends Resource<R>> void always(Kind<R> kind, Consumer<WatchEvent<R>> check) {
        Feed<?> feed = feeds.get(kind);
        if (feed == null) {
            throw new IllegalArgumentException("kind " + kind + ": add it by TestCluster.builder().kinds(...)");
        }
        ((Feed<R>) feed).checks.add(check);
    }

    long changes(Kind<?> kind) {
        Feed<?> feed = feeds.get(kind);
        return feed == null ? 0 : feed.changes;
    }

    Map<Kind<?>, Long> changes() {
        Map<Kind<?>, Long> all = new LinkedHashMap<>();
        feeds.forEach((kind, feed) -> {
            if (feed.changes > 0) {
                all.put(kind, feed.changes);
            }
        });
        return all;
    }

    private final class Feed<R extends Resource<R>> implements WatchListener<R> {
        private final Kind<R> kind;
        private final List<Consumer<WatchEvent<R>>> checks = new ArrayList<>();
        private long changes;

        Feed(Kind<R> kind) {
            this.kind = kind;
        }

        @Override
        public void onEvents(List<WatchEvent<R>> wholeCommits) {
            for (WatchEvent<R> event : wholeCommits) {
                changes++;
                environment.trace(
                        event.type() + " " + kind + " " + event.object().key());
                environment.record(event.revision());
                environment.record(event.object().hashCode());
                checks.forEach(check -> check.accept(event));
            }
        }

        @Override
        public void onEnd(WatchEnd cause) {
            environment.trace("end of watch " + kind);
        }
    }
}
