/** Deletes what nobody owns any more: {@link io.coxswain.workloads.garbage.GarbageCollector}. */
@NullMarked
package io.coxswain.workloads.garbage;

import org.jspecify.annotations.NullMarked;
