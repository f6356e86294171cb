/**
 * Whether workers are well: {@link io.coxswain.node.probe.Prober} asks once, {@link io.coxswain.node.probe.ProbeCycle} asks again and again and judges by thresholds. The real prober makes a
 * {@code NetworkAttempt} of each question, on a {@code PlainConnection} or a {@code TlsConnection}.
 */
@NullMarked
package io.coxswain.node.probe;

import org.jspecify.annotations.NullMarked;
