/** P3: how fast events reach a hundred watchers, and what that costs the committer. */
@NullMarked
package io.coxswain.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
