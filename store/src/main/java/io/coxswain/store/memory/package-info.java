/** The in-memory engine. */
@NullMarked
package io.coxswain.store.memory;

import org.jspecify.annotations.NullMarked;
