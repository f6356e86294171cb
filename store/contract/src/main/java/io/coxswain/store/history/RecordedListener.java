package io.coxswain.store.history;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notes what a watch delivers before its listener gets it. */
final class RecordedListener<R extends Resource<R>> implements WatchListener<R> {
    private final Recording recording;
    private final Kind<R> kind;
    private final WatchListener<R> listener;
    private final Queue<WatchLog.Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean inside = new AtomicBoolean();

    RecordedListener(Recording recording, Kind<R> kind, WatchListener<R> listener) {
        this.recording = recording;
        this.kind = kind;
        this.listener = listener;
    }

    List<WatchLog.Delivery> deliveries() {
        return deliveries.stream()
                .sorted(Comparator.comparingLong(WatchLog.Delivery::at))
                .toList();
    }

    void bookmarkAsked() {
        deliveries.add(new WatchLog.BookmarkAsked(recording.tick()));
    }

    private void pass(WatchLog.Delivery delivery, Runnable call) {
        deliveries.add(delivery);
        boolean alone = inside.compareAndSet(false, true);
        if (!alone) {
            deliveries.add(new WatchLog.Overlap(recording.tick()));
        }
        try {
            call.run();
        } finally {
            if (alone) {
                inside.set(false);
            }
        }
    }

    @Override
    public void onEvents(List<WatchEvent<R>> wholeCommits) {
        List<WatchLog.Seen> seen = wholeCommits.stream()
                .map(event -> new WatchLog.Seen(event.type(), Version.of(kind, event.object()), event.revision()))
                .toList();
        pass(new WatchLog.Events(recording.tick(), seen), () -> listener.onEvents(wholeCommits));
    }

    @Override
    public void onBookmark(long revision) {
        pass(new WatchLog.Bookmark(recording.tick(), revision), () -> listener.onBookmark(revision));
    }

    @Override
    public void onEnd(WatchEnd cause) {
        pass(new WatchLog.End(recording.tick(), cause.getClass().getSimpleName()), () -> listener.onEnd(cause));
    }
}
