/** Which objects a controller may count as its own: {@link io.coxswain.workloads.owner.Ownership}. */
@NullMarked
package io.coxswain.workloads.owner;

import org.jspecify.annotations.NullMarked;
