/**
 * The engine in memory. Start at {@link io.coxswain.store.memory.MemoryStore}.
 *
 * <p>Who calls whom: callers' threads put submissions into the {@code Sequencer}; whoever holds its baton runs them
 * against {@code Engine}, the only writer of everything below it: a {@code KindTable} for each kind with its
 * {@code Entry}s (the versions of one object) found by hash and by order, the {@code CommitLog}, and the
 * {@code Interests}, in which idle {@code Subscriber}s wait. Reads go to the tables directly, from any thread: what they
 * see ends at the head, which is published after a batch is applied.
 */
@NullMarked
package io.coxswain.store.memory;

import org.jspecify.annotations.NullMarked;
