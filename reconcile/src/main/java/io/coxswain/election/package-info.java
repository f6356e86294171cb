/**
 * Who of several candidates leads: start at {@link io.coxswain.election.LeaderElector}. Works without controllers; a {@link io.coxswain.controller.Manager} uses it for its own.
 *
 * <p>The claim is a Lease in the API. A candidate takes one that is free or wasn't renewed in time, by its own clock, and gets a {@link io.coxswain.election.Leadership}, whose {@code fence}
 * makes the store refuse every write of a leader that was deposed without knowing it.
 */
@NullMarked
package io.coxswain.election;

import org.jspecify.annotations.NullMarked;
