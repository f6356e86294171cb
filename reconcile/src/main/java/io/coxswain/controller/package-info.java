/**
 * Controllers and the manager that runs them.
 *
 * <p>A {@link io.coxswain.controller.Reconciler} brings the world to what one resource says; {@link io.coxswain.controller.Controller} wires it to the kinds whose changes concern it; a
 * {@link io.coxswain.controller.Manager} runs several over shared caches. A changed object leads, through its informer, to keys in the controller's queue; a worker takes a key, waits (holding no
 * thread) until the caches have seen what this controller last wrote for it, and calls the reconciler with a {@link io.coxswain.controller.Context}.
 */
@NullMarked
package io.coxswain.controller;

import org.jspecify.annotations.NullMarked;
