/** P9: work queues. */
@NullMarked
package io.coxswain.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
