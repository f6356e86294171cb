/**
 * Where traffic of this process goes and who still uses it: {@link io.coxswain.endpoint.Endpoint},
 * {@link io.coxswain.endpoint.DrainBarrier}, the addresses of a cluster ({@link io.coxswain.endpoint.AddressBlock}) and what
 * workers are told of Services ({@link io.coxswain.endpoint.ServiceVariables}).
 */
@NullMarked
package io.coxswain.endpoint;

import org.jspecify.annotations.NullMarked;
