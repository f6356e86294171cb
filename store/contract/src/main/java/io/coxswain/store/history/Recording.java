package io.coxswain.store.history;

import io.coxswain.client.Selector;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what clients do with a store, from when it was empty.
 *
 * <pre>{@code
 * Recording recording = Recording.of(store);
 * Store alice = recording.client("alice");   // passes everything on to the store
 * ...
 * recording.history().requireCorrect();
 * }</pre>
 *
 * <p>Thread-safe. Keeps everything in memory, which suits histories of some ten thousand calls.
 */
public final class Recording {
    private final AtomicLong clock = new AtomicLong();
    private final Queue<Supplier<Call>> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Supplier<WatchLog>> watches = new ConcurrentLinkedQueue<>();
    private final Map<String, Known<?>> contents = new ConcurrentHashMap<>();
    private volatile Store store;

    private record Known<R extends Resource<R>>(Kind<R> kind, R object) {
        boolean isSelected(Selection selection) {
            return new Selector<>(kind, selection).matches(object);
        }
    }

    private Recording(Store store) {
        this.store = store;
    }

    /**
     * Begins to record what is done through the clients of this recording.
     *
     * @throws IllegalArgumentException if something was written to the store already
     */
    public static Recording of(Store empty) {
        if (empty.revision() != 0) {
            throw new IllegalArgumentException(
                    "The store is at revision " + empty.revision() + ": record it from the beginning");
        }
        return new Recording(empty);
    }

    /** Goes on with what the store was opened as again; clients use the new one from now on. */
    public void reopened(Store again) {
        store = again;
    }

    /** The store as one client uses it. */
    public Store client(String name) {
        return new RecordedStore(name, this);
    }

    /** What happened until now; calls and watches that are under way are in it as they are. */
    public History history() {
        List<Call> called = new ArrayList<>();
        calls.forEach(call -> called.add(call.get()));
        List<WatchLog> watched = new ArrayList<>();
        watches.forEach(watch -> watched.add(watch.get()));
        return new History(called, watched);
    }

    Store store() {
        return store;
    }

    /** The next moment. */
    long tick() {
        return clock.incrementAndGet();
    }

    void add(Call call) {
        calls.add(() -> call);
    }

    /** Adds one that is yet to end, or whose selection is to be evaluated in the end. */
    void add(Supplier<Call> call) {
        calls.add(call);
    }

    void addWatch(Supplier<WatchLog> watch) {
        watches.add(watch);
    }

    /** Remembers the content behind a digest, so that selections can be evaluated. */
    <R extends Resource<R>> Version written(Kind<R> kind, StoredObject<R> object) {
        Version version = Version.of(kind, object);
        contents.putIfAbsent(version.content(), new Known<>(kind, object.resource()));
        return version;
    }

    /** The contents of a kind that are selected; {@code null}: all. */
    @Nullable
    List<String> selected(Kind<?> kind, Selection selection) {
        if (selection.isEverything()) {
            return null;
        }
        return contents.entrySet().stream()
                .filter(known -> known.getValue().kind().equals(kind))
                .filter(known -> known.getValue().isSelected(selection))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
