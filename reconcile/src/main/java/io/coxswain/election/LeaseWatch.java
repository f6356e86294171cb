package io.coxswain.election;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.FieldSelection;
import io.coxswain.selector.Selection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of changes of one lease, so that nobody has to wait for the next look. For the steps on the elector's serial executor, on which it calls back too. */
final class LeaseWatch {
    private final AsyncClient client;
    private final ResourceKey key;
    private final Executor serial;
    private final Consumer<@Nullable Lease> onChange;
    private @Nullable Watch watch;

    /** @param onChange called with each state, {@code null} when the lease is deleted */
    LeaseWatch(AsyncClient client, ResourceKey key, Executor serial, Consumer<@Nullable Lease> onChange) {
        this.client = client;
        this.key = key;
        this.serial = serial;
        this.onChange = onChange;
    }

    /** Begins after a state that was seen, unless it has begun; one that ends is begun again by the next look. */
    void begin(Lease seen) {
        if (watch == null) {
            Selection exactly =
                    Selection.inNamespace(key.namespace()).fields(FieldSelection.of("metadata.name", key.name()));
            watch = client.watch(
                    Lease.KIND, WatchFrom.revision(seen.metadata().resourceVersion()), exactly, serial, new Listener());
        }
    }

    void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private final class Listener implements WatchListener<Lease> {
        @Override
        public void onEvents(List<WatchEvent<Lease>> wholeCommits) {
            for (WatchEvent<Lease> event : wholeCommits) {
                if (watch != null) {
                    onChange.accept(event.type() == WatchEvent.Type.DELETED ? null : event.object());
                }
            }
        }

        @Override
        public void onBookmark(long revision) {}

        @Override
        public void onEnd(WatchEnd cause) {
            watch = null;
        }
    }
}
