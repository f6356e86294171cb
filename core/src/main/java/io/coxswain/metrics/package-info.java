/**
 * How components tell what they do in numbers: start at {@link io.coxswain.metrics.MetricsSink}.
 *
 * <p>A component registers a {@link io.coxswain.metrics.Metric} when it begins and takes it back when it ends; what a number is at a moment is asked by whoever collects, so counting costs the
 * component nothing beyond the counter that it keeps anyway. Names are those of Kubernetes and controller-runtime where they have one.
 */
@NullMarked
package io.coxswain.metrics;

import org.jspecify.annotations.NullMarked;
