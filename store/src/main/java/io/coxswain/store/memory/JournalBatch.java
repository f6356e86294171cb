package io.coxswain.store.memory;

import io.coxswain.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commits that wait to be durable, and their callers.
 *
 * <p>The journal reads the commits and calls {@link #durable()} or {@link #failed}, from any thread that may have other
 * callers to complete. All else belongs to the baton's holder.
 */
public final class JournalBatch {
    private final Consumer<Submission> sequencer;
    private final Unpublished unpublished;
    private final List<Commit> commits;
    private final List<@Nullable Object> forms;
    /** Those who saw this batch's state, also without changing it: what they were told must not be taken back. */
    final List<CommitSubmission> callers;

    JournalBatch(
            Consumer<Submission> sequencer,
            Unpublished unpublished,
            List<Commit> commits,
            List<@Nullable Object> forms,
            List<CommitSubmission> callers) {
        this.sequencer = sequencer;
        this.unpublished = unpublished;
        this.commits = commits;
        this.forms = forms;
        this.callers = callers;
    }

    /** The commits by revision, at least one. */
    public List<JournaledCommit> commits() {
        List<JournaledCommit> journaled = new ArrayList<>(commits.size());
        for (int i = 0; i < commits.size(); i++) {
            journaled.add(commits.get(i).journaled(forms.get(i)));
        }
        return journaled;
    }

    /** The revision of the last commit. */
    public long lastRevision() {
        return commits.get(commits.size() - 1).revision;
    }

    /** This batch and all that were handed over before it are durable: makes them visible and tells the callers. */
    public void durable() {
        sequencer.accept(new Answer(null));
    }

    /**
     * This batch is not known to be durable, or is known not to be. Its callers fail with the cause, none of it is ever
     * visible, and the store takes no more writes. Reads and watches go on at what was durable before.
     *
     * @param cause {@code RequestTimeoutException} if it isn't known, {@code ServiceUnavailableException} if nothing of it
     *     was written
     */
    public void failed(ApiException cause) {
        sequencer.accept(new Answer(Objects.requireNonNull(cause, "cause")));
    }

    private final class Answer extends Submission {
        private final @Nullable ApiException cause;

        Answer(@Nullable ApiException cause) {
            this.cause = cause;
        }

        @Override
        void run(Engine engine) {
            if (cause == null) {
                unpublished.durable(JournalBatch.this);
            } else {
                unpublished.failed(JournalBatch.this, cause);
            }
        }

        @Override
        void complete() {}

        @Override
        void failed(Throwable fault) {
            Sequencer.LOG.atError().setCause(fault).log("an answer of the journal could not be taken");
        }
    }
}
