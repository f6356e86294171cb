/**
 * How what a manager applies is merged into an object: a three-way merge over records. Start at
 * {@link io.coxswain.merge.ApplyMerge}. Pure; knows nothing of stores and servers.
 */
@NullMarked
package io.coxswain.merge;

import org.jspecify.annotations.NullMarked;
