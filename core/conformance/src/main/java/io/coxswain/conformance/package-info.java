/**
 * Binds tables of conformance cases to JUnit tests. Start at {@link io.coxswain.conformance.Conformance#cases}.
 *
 * <p>A table is a file of cases, each with an {@code input} and an {@code expect}. The binding of a table reads both through
 * {@link io.coxswain.conformance.Json}, which keeps account of what was read: a case with a field that nobody looked at
 * fails, so a table can't be bound by half. {@link io.coxswain.conformance.Effort} says how much tests do that could go on
 * for ever, and {@link io.coxswain.conformance.Interleavings} how Lincheck looks through schedules. This package knows no type of Coxswain and isn't published.
 */
@NullMarked
package io.coxswain.conformance;

import org.jspecify.annotations.NullMarked;
