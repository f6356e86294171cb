package io.coxswain.store.disk;

import io.coxswain.store.memory.CommitJournal;
import io.coxswain.store.memory.JournalBatch;
import org.jspecify.annotations.Nullable;

/** The journal of a store that is being opened: the memory engine needs one before it is known where the journal goes on. */
final class Opening implements CommitJournal {

    /** Set before anybody but the opening thread has the store. */
    @Nullable
    JournalWriter journal;

    private JournalWriter journal() {
        JournalWriter opened = journal;
        if (opened == null) {
            throw new IllegalStateException("the store isn't open yet");
        }
        return opened;
    }

    @Override
    public void append(JournalBatch batch) {
        journal().append(batch);
    }

    @Override
    public void close() {
        journal().close();
    }

    void end() {
        JournalWriter opened = journal;
        if (opened != null) {
            opened.release();
        }
    }
}
