/**
 * What an API object is: {@link io.coxswain.resource.Resource}, its {@link io.coxswain.resource.Kind} and its {@link io.coxswain.resource.ResourceKey}.
 *
 * <p>Start at {@link io.coxswain.resource.Kind}: it is the one description of a kind that every other part of the system reads. Objects are immutable records; the records of the built-in
 * kinds stand in {@code io.coxswain.api}, a user's kind is a record of the same shape. {@link io.coxswain.resource.Operation} and {@link io.coxswain.resource.Precondition} are what a
 * transaction is made of.
 */
@NullMarked
package io.coxswain.resource;

import org.jspecify.annotations.NullMarked;
