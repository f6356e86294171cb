/** The scheduler framework. */
@NullMarked
package io.coxswain.scheduling;

import org.jspecify.annotations.NullMarked;
