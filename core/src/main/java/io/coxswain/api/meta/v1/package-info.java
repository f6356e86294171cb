/**
 * What all kinds share: metadata, owners, label selectors, conditions.
 *
 * <p>The records are written by a script from the facts of Kubernetes 1.32; their components are named as on the wire.
 * What is absent there is null only where absence differs from zero or empty. Small records have a {@code withX} for
 * each component; large ones a builder, and the same methods by it.
 */
@NullMarked
package io.coxswain.api.meta.v1;

import org.jspecify.annotations.NullMarked;
