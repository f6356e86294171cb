/**
 * What patch documents make of a tree: JSON patch, JSON merge patch, and Kubernetes' strategic merge patch, which asks a
 * {@code MergeSchema} how the lists of a record are merged. Immutable trees in, immutable trees out; what can't be done is a
 * {@code PatchException}, and then nothing is.
 */
@NullMarked
package io.coxswain.json.patch;

import org.jspecify.annotations.NullMarked;
