/** The store interface that engines implement. */
@NullMarked
package io.coxswain.store;

import org.jspecify.annotations.NullMarked;
