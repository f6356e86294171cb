package io.coxswain.store.memory;

/**
 * Makes commits durable before anybody sees them: what turns the memory engine into a durable one.
 *
 * <p>The store hands over what it has validated and goes on validating against it; readers and watchers see it, and its
 * callers hear of it, once the batch is {@linkplain JournalBatch#durable() durable}. Both methods are called by one thread
 * at a time, in the middle of the store's work: they must be short, never block and never call the store.
 */
public interface CommitJournal {

    /** Takes the next commits. Batches come in the order of their revisions, and are answered in that order. */
    void append(JournalBatch batch);

    /** The store is closed: no more batches come. Those that came before are still to be answered. */
    void close();
}
