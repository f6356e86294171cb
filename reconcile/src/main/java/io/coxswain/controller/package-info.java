/** Controllers and the manager that runs them. */
@NullMarked
package io.coxswain.controller;

import org.jspecify.annotations.NullMarked;
