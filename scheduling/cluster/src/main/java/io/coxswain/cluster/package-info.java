/** The facade that wires a whole cluster. */
@NullMarked
package io.coxswain.cluster;

import org.jspecify.annotations.NullMarked;
