/** Tests that see every module: which may use which, what none may call, and what all of them promise to the outside. */
@NullMarked
package io.coxswain.architecture;

import org.jspecify.annotations.NullMarked;
