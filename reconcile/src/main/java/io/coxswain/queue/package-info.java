/** The queue of keys that a controller works on. */
@NullMarked
package io.coxswain.queue;

import org.jspecify.annotations.NullMarked;
