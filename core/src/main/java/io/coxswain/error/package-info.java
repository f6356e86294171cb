/**
 * What can go wrong with a request: the sealed hierarchy under {@link io.coxswain.error.ApiException}, one class for each reason of a Kubernetes {@code Status}.
 */
@NullMarked
package io.coxswain.error;

import org.jspecify.annotations.NullMarked;
