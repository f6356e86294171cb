/**
 * Where traffic of this process goes and who still uses it: {@link io.coxswain.endpoint.Endpoint} and {@link io.coxswain.endpoint.DrainBarrier}.
 */
@NullMarked
package io.coxswain.endpoint;

import org.jspecify.annotations.NullMarked;
