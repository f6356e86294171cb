/**
 * Objects in the Kubernetes wire form, JSON and YAML.
 *
 * <p>Start at {@link io.coxswain.json.Manifest}, which reads a file of objects and says everything that is wrong with it, and at
 * {@link io.coxswain.json.Codec}, which turns single objects into text and back. Both go the same way: a text becomes values
 * that know their lines ({@code tree}, {@code yaml}), these are checked against the components of the kind's record and bound
 * if nothing is wrong ({@code wire}). {@link io.coxswain.json.Patches} are the patch documents that Kubernetes takes ({@code patch}).
 */
@NullMarked
package io.coxswain.json;

import org.jspecify.annotations.NullMarked;
