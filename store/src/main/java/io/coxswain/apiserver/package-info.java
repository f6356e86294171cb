/** The only door to the store. */
@NullMarked
package io.coxswain.apiserver;

import org.jspecify.annotations.NullMarked;
