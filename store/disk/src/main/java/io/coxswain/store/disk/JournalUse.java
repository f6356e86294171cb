package io.coxswain.store.disk;

/**
 * What the journal has done since the store was opened.
 *
 * @param commits how many transactions it made durable
 * @param bytes how many bytes they had
 * @param forces in how many forces
 */
public record JournalUse(long commits, long bytes, long forces) {
    static final JournalUse NONE = new JournalUse(0, 0, 0);

    JournalUse plus(long moreCommits, long moreBytes) {
        return new JournalUse(commits + moreCommits, bytes + moreBytes, forces + 1);
    }
}
