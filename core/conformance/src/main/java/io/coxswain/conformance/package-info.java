/** Binds tables of conformance cases to JUnit tests. */
@NullMarked
package io.coxswain.conformance;

import org.jspecify.annotations.NullMarked;
