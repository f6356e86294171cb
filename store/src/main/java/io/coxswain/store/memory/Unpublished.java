package io.coxswain.store.memory;

import io.coxswain.error.ApiException;
import io.coxswain.error.ServiceUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a journal has yet to make durable, and who waits for it. The baton holder's. */
final class Unpublished {
    private final Engine engine;
    private final CommitJournal journal;
    private final Consumer<Submission> sequencer;
    private final Deque<JournalBatch> batches = new ArrayDeque<>();

    private List<Commit> commits = new ArrayList<>();
    private List<@Nullable Object> forms = new ArrayList<>();
    private List<CommitSubmission> callers = new ArrayList<>();
    private List<CommitSubmission> answered = new ArrayList<>();
    private boolean closed;

    Unpublished(Engine engine, CommitJournal journal, Consumer<Submission> sequencer) {
        this.engine = engine;
        this.journal = journal;
        this.sequencer = sequencer;
    }

    /**
     * Keeps back a caller whose answer depends on what isn't durable yet.
     *
     * @return whether it does
     */
    boolean keepsBack(Submission submission) {
        if (!(submission instanceof CommitSubmission caller)
                || engine.newestRevision() == engine.head()
                || caller.hasFailed()) {
            return false;
        }
        Commit commit = caller.commit();
        if (commit != null) {
            commits.add(commit);
            forms.add(caller.form());
        }
        callers.add(caller);
        return true;
    }

    /** Gives the journal what was gathered since the last time. */
    void handOver() {
        if (!commits.isEmpty()) {
            JournalBatch batch = new JournalBatch(sequencer, this, commits, forms, callers);
            commits = new ArrayList<>();
            forms = new ArrayList<>();
            callers = new ArrayList<>();
            batches.add(batch);
            journal.append(batch);
        } else if (!callers.isEmpty()) {
            keepWithLastBatch();
        }
        if (engine.isClosed() && !closed) {
            closed = true;
            journal.close();
        }
    }

    /** They changed nothing themselves. */
    private void keepWithLastBatch() {
        ApiException broken = engine.writeFailure();
        if (!batches.isEmpty()) {
            batches.getLast().callers.addAll(callers);
        } else if (broken == null) {
            answered.addAll(callers);
        } else {
            callers.forEach(caller -> fail(caller, broken));
        }
        callers.clear();
    }

    /** Those whose batches were answered since the last time. */
    List<CommitSubmission> takeAnswered() {
        if (answered.isEmpty()) {
            return List.of();
        }
        List<CommitSubmission> taken = answered;
        answered = new ArrayList<>();
        return taken;
    }

    void durable(JournalBatch last) {
        if (!batches.contains(last)) {
            return;
        }
        JournalBatch batch;
        do {
            batch = batches.remove();
            answered.addAll(batch.callers);
        } while (batch != last);
        engine.publish(last.lastRevision());
    }

    void failed(JournalBatch batch, ApiException cause) {
        if (!batches.remove(batch)) {
            return;
        }
        engine.takeNoMoreWrites(cause);
        batch.callers.forEach(caller -> fail(caller, cause));
    }

    private void fail(CommitSubmission caller, ApiException cause) {
        caller.failed(
                caller.commit() != null
                        ? cause
                        : new ServiceUnavailableException("What this transaction read could not be kept", cause));
        answered.add(caller);
    }
}
