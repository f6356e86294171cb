package io.coxswain.controller;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.Optional;

/**
 * Like {@link Reconciler}, but called for every key that something happened to: also of resources that are being deleted, and of those that are gone or never were.
 *
 * @param <R> the record of the resources
 */
@FunctionalInterface
public interface KeyReconciler<R extends Resource<R>> {

    /**
     * Does what is missing.
     *
     * @param resource the resource of that key, if there is one
     */
    Outcome reconcile(ResourceKey key, Optional<R> resource, Context<R> context) throws Exception;
}
