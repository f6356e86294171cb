/** The memory store's engine: quiet watchers, latency, gets, lists, memory, and cursors beside queues. */
@NullMarked
package io.coxswain.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
