/** P10: informers. */
@NullMarked
package io.coxswain.benchmarks.informer;

import org.jspecify.annotations.NullMarked;
