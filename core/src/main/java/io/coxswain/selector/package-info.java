/**
 * Which objects are meant: by namespace, labels and fields. Start at {@link io.coxswain.selector.Selection}.
 *
 * <p>Selections are compiled once and evaluated on every event. They know labels and
 * field values, not resources.
 */
@NullMarked
package io.coxswain.selector;

import org.jspecify.annotations.NullMarked;
