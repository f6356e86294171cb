/**
 * The queue of keys that a controller works on: start at {@link io.coxswain.queue.WorkQueue}; {@link io.coxswain.queue.RateLimiter} says how long a failed key waits.
 *
 * <p>Nothing here blocks and nothing here has a thread: whoever adds a key that becomes ready is told so, and asks a worker to take it.
 */
@NullMarked
package io.coxswain.queue;

import org.jspecify.annotations.NullMarked;
