/** The node agent. */
@NullMarked
package io.coxswain.node;

import org.jspecify.annotations.NullMarked;
