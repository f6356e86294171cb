/**
 * Time, threads, timers, randomness, ids, files that last and waiting: everything that the rest of the system may not take from the JVM directly. Start at {@link io.coxswain.environment.Environment}.
 */
@NullMarked
package io.coxswain.environment;

import org.jspecify.annotations.NullMarked;
