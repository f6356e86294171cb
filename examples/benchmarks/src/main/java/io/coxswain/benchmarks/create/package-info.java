/** P1: how many Pods a second can be created. */
@NullMarked
package io.coxswain.benchmarks.create;

import org.jspecify.annotations.NullMarked;
