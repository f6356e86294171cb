/** The kinds of Kubernetes that Coxswain has; each package below holds those of one group and version. */
@NullMarked
package io.coxswain.api;

import org.jspecify.annotations.NullMarked;
