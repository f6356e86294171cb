package io.coxswain.store.memory;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is too old, and lets go of it: commits beyond a count, beyond an age, or as somebody asked.
 *
 * <p>Belongs to the baton's holder. First everything that is too old becomes unreadable, by one write; then it is let go of,
 * so many commits a batch, so that nobody's commit waits for all of it. Ages are known from marks: a slow sweep notes which
 * revision is the newest, and compacts to the marks that have come of age. The sweep has a timer only while there is
 * something that it could compact.
 */
final class Compaction {
    /** More than a batch can commit, so that letting go keeps up; some hundred microseconds' worth. */
    private static final int COMMITS_PER_BATCH = 4_096;
    /** A commit is kept for its age and at most a quarter of it longer. */
    private static final int SWEEPS_PER_AGE = 8;

    private final Engine engine;
    private final Environment environment;
    private final int retained;
    private final Duration age;
    private final Deque<Mark> marks = new ArrayDeque<>(0);

    private long wanted;
    /** All commits up to this were let go of. */
    private long released;

    /** The next sweep, if one is due. */
    private @Nullable Cancellable sweep;

    private boolean restIsDue;
    private @Nullable Executor relief;
    private @Nullable Consumer<Submission> sequencer;

    /** What the newest revision was at a time. */
    private record Mark(long nanos, long revision) {}

    Compaction(Engine engine, Environment environment, int retained, Duration age, long revision) {
        this.engine = engine;
        this.environment = environment;
        this.retained = retained;
        this.age = age;
        this.wanted = revision;
        this.released = revision;
    }

    /** Before anything is submitted; what was replayed until then begins to age. */
    void begin(Executor serial, Consumer<Submission> submissions) {
        relief = serial;
        sequencer = submissions;
        run();
    }

    /** The newest revision whose commit was let go of. */
    long released() {
        return released;
    }

    /** At the end of the batch everything before this revision becomes unreadable. */
    void upTo(long revision) {
        wanted = Math.max(wanted, Math.min(revision, engine.head()));
    }

    /** Sweeps no more: a timer would keep a closed store in memory until it is due. */
    void close() {
        Cancellable due = sweep;
        if (due != null) {
            due.cancel();
        }
    }

    /** At the end of each batch. */
    void run() {
        long oldest = Math.max(wanted, engine.head() - retained);
        if (oldest > engine.oldestRevision()) {
            engine.expire(oldest);
        }
        long unreadable = engine.oldestRevision();
        long last = Math.min(unreadable, released + COMMITS_PER_BATCH);
        while (released < last) {
            released++;
            engine.release(released);
        }
        Executor serial = relief;
        Consumer<Submission> submissions = sequencer;
        if (serial != null && submissions != null) {
            later(unreadable, serial, submissions);
        }
    }

    private void later(long unreadable, Executor serial, Consumer<Submission> submissions) {
        if (released < unreadable && !restIsDue) {
            restIsDue = true;
            serial.execute(() -> submissions.accept(new Step(holding -> restIsDue = false)));
        }
        if (sweep == null && unreadable < engine.head() && !engine.isClosed()) {
            sweep = environment.schedule(
                    age.dividedBy(SWEEPS_PER_AGE), serial, () -> submissions.accept(new Step(holding -> sweep())));
        }
    }

    private void sweep() {
        sweep = null;
        long now = environment.nanoTime();
        while (!marks.isEmpty() && now - marks.getFirst().nanos >= age.toNanos()) {
            upTo(marks.removeFirst().revision);
        }
        if (marks.isEmpty() || marks.getLast().revision < engine.head()) {
            marks.addLast(new Mark(now, engine.head()));
        }
    }
}
