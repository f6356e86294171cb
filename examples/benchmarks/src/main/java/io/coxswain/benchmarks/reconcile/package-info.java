/** P11 and P18: from a write to the reconcile that it causes, reconciles of cached objects, and the wait for one's own writes. */
@NullMarked
package io.coxswain.benchmarks.reconcile;

import org.jspecify.annotations.NullMarked;
