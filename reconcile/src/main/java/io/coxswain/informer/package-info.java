/** Caches of resources that follow a watch. */
@NullMarked
package io.coxswain.informer;

import org.jspecify.annotations.NullMarked;
