package io.coxswain.controller;

import io.coxswain.resource.Resource;

/**
 * Implemented by a {@link Reconciler} that has something to clean up before a resource goes: a finalizer is put on each resource before it is first reconciled, and removed when the cleanup is done.
 *
 * @param <R> the record of the resources
 */
@FunctionalInterface
public interface Cleaner<R extends Resource<R>> {

    /**
     * Cleans up. Called until it returns {@link Outcome#done()}, so it must bear to find its work done.
     *
     * @param resource one that is being deleted and has the finalizer
     */
    Outcome cleanup(R resource, Context<R> context) throws Exception;
}
