/**
 * The built-in controllers, written as a user would write them: {@link io.coxswain.workloads.Workloads} lists them. Each lives in a package of its own with the pure functions that decide; the conformance
 * tables judge those.
 */
@NullMarked
package io.coxswain.workloads;

import org.jspecify.annotations.NullMarked;
