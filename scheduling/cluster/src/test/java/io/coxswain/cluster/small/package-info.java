/** A program that has no {@code coxswain-json} and no {@code coxswain-network}. In a package of its own, so that it can be outside the cluster's module. */
@NullMarked
package io.coxswain.cluster.small;

import org.jspecify.annotations.NullMarked;
