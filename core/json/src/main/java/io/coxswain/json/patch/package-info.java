/**
 * What patch documents make of a tree: JSON patch, JSON merge patch, and Kubernetes' strategic merge patch, which asks a
 * {@code MergeSchema} how the lists of a record are merged. Immutable trees in, immutable trees out; what can't be done is a
 * {@code PatchException}, and then nothing is.
 *
 * <p>JSON patch is no library's, since Kubernetes' dialect (evanphx/json-patch) is none of the RFC's: indices below zero count
 * from the end, {@code test} takes what is absent for null, and what {@code copy} makes is bounded.
 */
@NullMarked
package io.coxswain.json.patch;

import org.jspecify.annotations.NullMarked;
