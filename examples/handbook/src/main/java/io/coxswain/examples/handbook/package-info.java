/** A controller that keeps several objects for one, and heeds another one that it doesn't own. */
@NullMarked
package io.coxswain.examples.handbook;

import org.jspecify.annotations.NullMarked;
