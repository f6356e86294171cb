/** The built-in controllers. */
@NullMarked
package io.coxswain.workloads;

import org.jspecify.annotations.NullMarked;
