package io.coxswain.controller;

import io.coxswain.resource.Resource;

/**
 * Brings the world to what a resource says. Called for resources that exist, again and again: after every change that concerns one, after failures, and when there was no change at all, so it
 * must look at what is there and do only what is missing.
 *
 * <p>One that is being deleted isn't reconciled any more; who has something to clean up implements {@link Cleaner} besides. Calls for different resources may overlap, so an implementation has no
 * state of its own that matters. It may block, by calls of the context or {@code Environment.await}.
 *
 * @param <R> the record of the resources
 */
@FunctionalInterface
public interface Reconciler<R extends Resource<R>> {

    /**
     * Does what is missing.
     *
     * @return what comes next
     * @throws Exception what failed; tried again after a back-off, unless it is a {@link TerminalException}
     */
    Outcome reconcile(R resource, Context<R> context) throws Exception;
}
