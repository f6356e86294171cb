/**
 * Values that Kubernetes' wire form knows and Java doesn't: quantities, numbers that may be text, opaque JSON, bytes;
 * and what keeps records immutable and their order defined.
 *
 * <p>Start with {@link io.coxswain.value.Quantity} and {@link io.coxswain.value.Ordered}. Nothing here knows any
 * resource; everything else in Coxswain builds on it.
 */
@NullMarked
package io.coxswain.value;

import org.jspecify.annotations.NullMarked;
