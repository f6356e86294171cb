/** P2: what is kept when the process ends. */
@NullMarked
package io.coxswain.benchmarks.durable;

import org.jspecify.annotations.NullMarked;
