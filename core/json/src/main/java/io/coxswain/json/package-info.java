/**
 * JSON and YAML in the Kubernetes wire form.
 *
 * <p>Start at {@link io.coxswain.json.Manifest}, which reads a file of objects and says everything that is wrong with it, and at
 * {@link io.coxswain.json.Codec}, which turns single objects into text and back. Both go the same way: a text becomes
 * {@link io.coxswain.json.JsonValue}s that know their lines, these are checked against the components of the kind's record, and
 * bound if nothing is wrong. What a component's name and type don't say is said by the annotations of
 * {@code io.coxswain.schema}.
 */
@NullMarked
package io.coxswain.json;

import org.jspecify.annotations.NullMarked;
