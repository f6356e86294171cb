package io.coxswain.workloads.replicaset;

import org.jspecify.annotations.Nullable;

/**
 * Creates in batches of 1, 2, 4 and so on, so that what fails always fails early (Kubernetes {@code slowStartBatch}). All calls of a batch are made; after one with a failure no further batch begins.
 *
 * @param calls how many calls were made
 * @param successes how many of them succeeded
 * @param failure the first failure, if any
 */
record SlowStart(int calls, int successes, @Nullable RuntimeException failure) {
    /** At most so many pods are created or deleted in one reconcile (Kubernetes {@code BurstReplicas}). */
    static final int BURST = 500;

    /** Makes one of the calls. */
    interface Call {
        /** Makes the call of this number, from 0. */
        void make(int number);
    }

    /** Calls so many times, {@link #BURST} times at most. */
    static SlowStart run(int wanted, Call call) {
        int remaining = Math.min(wanted, BURST);
        int calls = 0;
        int successes = 0;
        RuntimeException failure = null;
        for (int batch = 1; remaining > 0 && failure == null; batch *= 2) {
            int size = Math.min(batch, remaining);
            for (int i = 0; i < size; i++) {
                try {
                    call.make(calls++);
                    successes++;
                } catch (RuntimeException e) {
                    failure = failure == null ? e : failure;
                }
            }
            remaining -= size;
        }
        return new SlowStart(calls, successes, failure);
    }
}
