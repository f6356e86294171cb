/**
 * Control planes for tests. Start at {@link io.coxswain.testkit.TestCluster}: store, API server, controllers, scheduler and node agents are the real ones, time is virtual, and of the workers there
 * are only models.
 *
 * <p>All of it runs on the thread of the test, in an order that a seed decides.
 */
@NullMarked
package io.coxswain.testkit;

import org.jspecify.annotations.NullMarked;
