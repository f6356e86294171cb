/**
 * Caches of resources that follow a watch: start at {@link io.coxswain.informer.Informer}; {@link io.coxswain.informer.Informers} shares them.
 *
 * <p>An informer lists a kind, then watches it from the list's revision, and keeps what it sees in a cache that any thread reads without a lock. All that changes the cache are steps on the
 * informer's own serial executor; each handler is called on an executor of its own, so a slow one only lags. The rules are those of client-go's {@code tools/cache}.
 */
@NullMarked
package io.coxswain.informer;

import org.jspecify.annotations.NullMarked;
