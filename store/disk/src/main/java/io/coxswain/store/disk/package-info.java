/**
 * The durable engine: the memory engine behind a journal. Start at {@link io.coxswain.store.disk.DiskStore}.
 *
 * <p>A store is a folder. {@code journal-<revision>.log} are segments of the journal, each named by the first revision that
 * it may hold; {@code snapshot-<revision>.snap} hold everything at a revision. Both are a header and frames
 * ({@code FrameBuffer} writes them, {@code FrameScan} reads them). A frame of a journal is one transaction, one of a snapshot
 * one object, as {@code Body} says. {@code JournalWriter} appends and forces, {@code Snapshots} keeps the journal short,
 * {@code Recovery} puts the newest snapshot and the journal after it together again.
 */
@NullMarked
package io.coxswain.store.disk;

import org.jspecify.annotations.NullMarked;
