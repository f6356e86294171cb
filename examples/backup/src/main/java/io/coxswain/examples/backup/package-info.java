/**
 * A controller that keeps something outside of the cluster, as clouds and databases do: {@link io.coxswain.examples.backup.BackupReconciler}, and the way in which one writes it first,
 * {@link io.coxswain.examples.backup.NaiveReconciler}. The test beside them finds what is wrong with that.
 */
@NullMarked
package io.coxswain.examples.backup;

import org.jspecify.annotations.NullMarked;
