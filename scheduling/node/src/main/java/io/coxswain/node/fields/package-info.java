/**
 * What the agent does about each field that a pod may set: it honours it, goes without it and says so, or refuses the pod. {@link io.coxswain.node.fields.FieldReport} judges a pod by the tables
 * {@code PodFields}, {@code ContainerFields} and {@code SecurityFields}, which name every field of Kubernetes 1.32; a test fails when one is missing.
 *
 * <p>A field is refused where going without it would run something other than what was asked for, or with more rights; it is gone without where what runs is the same and less comfortable or less
 * confined, as all local workers are.
 */
@NullMarked
package io.coxswain.node.fields;

import org.jspecify.annotations.NullMarked;
