/** Choosing an endpoint of a Service. */
@NullMarked
package io.coxswain.balancing;

import org.jspecify.annotations.NullMarked;
