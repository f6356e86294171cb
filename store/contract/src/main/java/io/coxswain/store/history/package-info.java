/**
 * What clients did with a store and what they saw, and checks of whether a correct store could have answered so.
 *
 * <p>Start at {@link io.coxswain.store.history.Recording}: it wraps a store, gives each client a view of it, and makes a
 * {@link io.coxswain.store.history.History}, which is a value that can be written as JSON lines and read again. Three
 * checks judge it, each with a {@link io.coxswain.store.history.Verdict}:
 *
 * <ul>
 *   <li>{@link io.coxswain.store.history.WitnessCheck} takes the revisions as the proposed order and looks whether it explains
 *       everything, in O(n log n);
 *   <li>{@link io.coxswain.store.history.LinearizabilityCheck} searches for an order itself, object by object, and trusts no
 *       revision;
 *   <li>{@link io.coxswain.store.history.WatchCheck} compares what watches delivered with what was committed.
 * </ul>
 *
 * <p>A history doesn't hold objects but {@link io.coxswain.store.history.Version}s, in which a digest stands for the content.
 * Time is a count of what happened: one call came before another if it returned before the other was made.
 */
@NullMarked
package io.coxswain.store.history;

import org.jspecify.annotations.NullMarked;
