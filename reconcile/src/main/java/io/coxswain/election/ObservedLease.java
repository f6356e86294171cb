package io.coxswain.election;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.FieldSelection;
import io.coxswain.selector.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lease as a candidate last saw it, and when that was by the candidate's own clock. For the steps on the elector's serial executor, but for {@link #holder()}. */
final class ObservedLease {
    private final AsyncClient client;
    private final Environment environment;
    private final ResourceKey key;
    private final Executor serial;
    private final Runnable onChange;
    private final Consumer<String> onNewHolder;

    private volatile @Nullable Lease lease;
    private long since;
    private String toldHolder = "";
    private @Nullable Watch watch;

    ObservedLease(
            AsyncClient client,
            Environment environment,
            ResourceKey key,
            Executor serial,
            Runnable onChange,
            Consumer<String> onNewHolder) {
        this.client = client;
        this.environment = environment;
        this.key = key;
        this.serial = serial;
        this.onChange = onChange;
        this.onNewHolder = onNewHolder;
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    /** Any thread. */
    Optional<String> holder() {
        Lease present = lease;
        return present == null
                ? Optional.empty()
                : Optional.of(Leases.holder(present)).filter(holder -> !holder.isEmpty());
    }

    /** Takes note of a state; one that is older than what was seen already says nothing new. */
    void seen(@Nullable Lease now) {
        Lease before = lease;
        if (now != null
                && before != null
                && now.metadata().resourceVersion() <= before.metadata().resourceVersion()) {
            return;
        }
        lease = now;
        since = environment.nanoTime();
        String holder = now == null ? "" : Leases.holder(now);
        if (!holder.equals(toldHolder)) {
            toldHolder = holder;
            if (!holder.isEmpty()) {
                onNewHolder.accept(holder);
            }
        }
    }

    /** Whether nobody holds it, or its holder hasn't changed it for as long as it says. */
    boolean isFree() {
        Lease present = lease;
        return present == null
                || Leases.holder(present).isEmpty()
                || environment.nanoTime() - since >= Leases.duration(present).toNanos();
    }

    /** Follows the lease until {@link #unwatch()}; a watch that ends is begun again by the next attempt. */
    void watch() {
        Lease present = lease;
        if (watch == null && present != null) {
            Selection exactly =
                    Selection.inNamespace(key.namespace()).fields(FieldSelection.of("metadata.name", key.name()));
            watch = client.watch(
                    Lease.KIND,
                    WatchFrom.revision(present.metadata().resourceVersion()),
                    exactly,
                    serial,
                    new Listener());
        }
    }

    void unwatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private final class Listener implements WatchListener<Lease> {
        @Override
        public void onEvents(List<WatchEvent<Lease>> wholeCommits) {
            for (WatchEvent<Lease> event : wholeCommits) {
                seen(event.type() == WatchEvent.Type.DELETED ? null : event.object());
            }
            if (watch != null) {
                onChange.run();
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
