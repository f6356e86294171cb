package io.coxswain.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the queue knows of one key while it waits or is in progress. Every field but the key is guarded by the entry's monitor, which is held for a few instructions only.
 *
 * <pre>
 *   FRESH --> READY --take--> PROCESSING --add--> DIRTY
 *     |         ^                 | done            | done
 *     v         +-----------------|-----------------+
 *   GONE &lt;------------------------+
 * </pre>
 *
 * <p>An entry that is GONE is out of the map; whoever still holds it looks the key up again.
 */
final class Entry<K> {
    /** How many of the revisions that made a key ready are kept: enough to explain a reconcile, and a bound for a key that changes while it waits. */
    static final int MAX_TRIGGERS = 8;

    /** What happens to the key at present. */
    enum Phase {
        FRESH,
        READY,
        PROCESSING,
        DIRTY,
        GONE
    }

    final K key;
    Phase phase = Phase.FRESH;
    Priority priority = Priority.LOW;
    /** The place in line that counts; another one that points to this entry is out of date. */
    @Nullable
    Place<K> place;

    long startedAt;
    private List<Long> waiting = List.of();
    private List<Long> taken = List.of();

    Entry(K key) {
        this.key = key;
    }

    /** Remembers a revision for the run that is to come; the first ones and the newest are kept. */
    void triggeredBy(long revision) {
        if (revision == 0 || (!waiting.isEmpty() && waiting.get(waiting.size() - 1) >= revision)) {
            return;
        }
        if (waiting.isEmpty()) {
            waiting = new ArrayList<>(2);
        }
        if (waiting.size() == MAX_TRIGGERS) {
            waiting.set(MAX_TRIGGERS - 1, revision);
        } else {
            waiting.add(revision);
        }
    }

    /** What triggered the run that begins now. */
    void takeTriggers() {
        taken = waiting;
        waiting = List.of();
    }

    List<Long> taken() {
        return List.copyOf(taken);
    }

    /** A place in one of the two lines. */
    record Place<K>(Entry<K> entry, Priority priority, long since) {}
}
