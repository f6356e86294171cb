/** P14: from a Deployment's YAML to ready worker processes. */
@NullMarked
package io.coxswain.benchmarks.rollout;

import org.jspecify.annotations.NullMarked;
