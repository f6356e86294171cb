/**
 * The interface that storage engines implement. Start at {@link io.coxswain.store.Store}.
 *
 * <p>A store keeps {@link io.coxswain.store.StoredObject}s under one revision, changes them by
 * {@link io.coxswain.store.StoreTransaction}s and tells watchers what changed. It knows nothing of Kubernetes' rules:
 * those are the API server's, which is the only caller of a store. Reads are plain calls answered from memory; an
 * engine whose state lives elsewhere keeps a mirror of it, as Kubernetes' API server does with its watch cache
 * (KEP-2340), and {@link io.coxswain.store.Store#fresh()} says when the mirror has caught up.
 */
@NullMarked
package io.coxswain.store;

import org.jspecify.annotations.NullMarked;
