/** Says which pods serve for a Service: {@link io.coxswain.workloads.endpointslice.EndpointSliceController}. */
@NullMarked
package io.coxswain.workloads.endpointslice;

import org.jspecify.annotations.NullMarked;
